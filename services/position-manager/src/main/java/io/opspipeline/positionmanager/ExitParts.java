package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.store.Reports;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.positionmanager.rules.BreakerRule;
import io.opspipeline.positionmanager.rules.ClosingLadderRule;
import io.opspipeline.positionmanager.rules.DailyLossRule;
import io.opspipeline.positionmanager.rules.ExitRule;
import io.opspipeline.positionmanager.rules.MarkRule;
import io.opspipeline.positionmanager.rules.ModelPriceRule;
import java.time.Clock;

/// What the desk of every account is made of.
record ExitParts(
        ExitRule rule,
        ForcedExits forced,
        MarketView market,
        ClosingOrders orders,
        OrderLedger ledger,
        Positions positions,
        Accounts accounts,
        Reports reports,
        Heartbeats heartbeats,
        Alerts alerts,
        TradingPauses pauses,
        Firings firings,
        SessionCalendar calendar,
        PositionManagerSettings settings,
        Timers timers,
        Clock clock) {

    MarkBook marks(AccountId account) {
        var limits = settings.quoteLimits();
        return new MarkBook(account, new MarkRule(limits), limits.memory(), market, positions);
    }

    ModelPrices model() {
        return new ModelPrices(new ModelPriceRule(settings.rate()), forced);
    }

    LossGuard guard() {
        var exits = settings.exits();
        return new LossGuard(
                new DailyLossRule(exits.dailyLossFor(), exits.afterOpen()),
                accounts,
                pauses,
                calendar);
    }

    StreakBreaker breaker(AccountId account) {
        return new StreakBreaker(
                account,
                new BreakerRule(settings.breakers().streak()),
                settings.breakers(),
                positions,
                reports,
                accounts,
                pauses,
                calendar);
    }

    ClosingDesk closing(AccountId account) {
        return new ClosingDesk(
                account,
                new ClosingPrices(new ClosingLadderRule(settings.closingLimits()), market),
                orders,
                new ClosingRows(account, ledger, positions),
                new Refusals(alerts),
                calendar,
                timers,
                clock);
    }

    Recovery recovery(AccountId account, ClosingDesk closing) {
        return new Recovery(account, positions, ledger, orders, closing, clock);
    }

    Alarms alarms(AccountId account) {
        return new Alarms(account, alerts, forced);
    }
}
