package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.store.Reports;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/// What the desk of every account is made of.
record ExitParts(
        Supplier<Rules> rules,
        ForcedExits forced,
        MarketView market,
        ExitHold hold,
        QuoteSubscription subscription,
        QuoteStreamWatch stream,
        ClosingOrders orders,
        OrderEntry broker,
        BrokerBooks books,
        OrderLedger ledger,
        Positions positions,
        Accounts accounts,
        Reports reports,
        Heartbeats heartbeats,
        Alerts alerts,
        TradingPauses pauses,
        Firings firings,
        SessionCalendar calendar,
        Timers timers,
        Clock clock) {

    MarkBook marks(AccountId account) {
        return new MarkBook(account, rules, market, positions);
    }

    LossGuard guard() {
        return new LossGuard(rules, accounts, pauses, calendar);
    }

    StreakBreaker breaker(AccountId account) {
        return new StreakBreaker(account, rules, positions, reports, accounts, pauses, calendar);
    }

    ClosingDesk closing(AccountId account, MarkBook marks) {
        return new ClosingDesk(
                account,
                new ClosingPrices(rules, market, hold, marks),
                orders,
                new ClosingRows(account, ledger, positions),
                new Refusals(alerts, pauses),
                new OrdersInTheWay(broker, books, alerts),
                calendar,
                timers,
                clock);
    }

    ExitBench bench(AccountId account, MarkBook marks, ClosingDesk closing) {
        return new ExitBench(
                account,
                rules,
                marks,
                new ModelPrices(rules, forced),
                hold,
                closing,
                alarms(account),
                firings);
    }

    QuoteJudge judge(AccountId account, MarkBook marks, ExitBench bench) {
        return new QuoteJudge(this, account, marks, bench);
    }

    Recovery recovery(AccountId account, ClosingDesk closing) {
        return new Recovery(account, positions, ledger, orders, closing, clock);
    }

    Alarms alarms(AccountId account) {
        return new Alarms(
                account, alerts, new ExerciseGuard(account, broker, books, alerts, forced));
    }

    /// Runs something of an account at once: in its place in the queue where time is virtual, else
    /// on a thread of its own.
    void now(AccountId account, String what, Runnable action) {
        timers.at(
                clock.instant(),
                new TimerKey(Stage.POSITION_MANAGER, Optional.of(account), what),
                action);
    }
}
