package io.opspipeline.positionmanager;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaPorts;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.position.ForcedExitTimes;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.persistence.PostgresPorts;
import io.opspipeline.persistence.position.ExitLevels;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.EquityHistory;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.store.Reports;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.positionmanager.rules.BreakerRule;
import io.opspipeline.positionmanager.rules.ExitRule;
import io.opspipeline.positionmanager.rules.MarkRule;
import io.opspipeline.positionmanager.rules.SurvivalRule;
import io.opspipeline.runtime.health.HealthSignal;
import io.opspipeline.runtime.job.AccountScope;
import io.opspipeline.runtime.order.CancelConfirmation;
import io.opspipeline.runtime.order.DoubtSettlement;
import io.opspipeline.runtime.setting.SettingsException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The map of the service: held positions and quotes go in, closing orders, pauses, equity
/// snapshots and reports come out.
@Configuration(proxyBeanMethods = false)
@Import({PostgresPorts.class, AlpacaPorts.class})
class PositionManagerConfiguration {

    @Bean
    ForcedExits forcedExits(SessionCalendar calendar) {
        return new ForcedExits(calendar, ForcedExitTimes.DEFAULT);
    }

    /// The evaluator, refused when an entry would not survive it.
    ///
    /// @throws SettingsException naming the exit that would close an entry at once
    @Bean
    ExitRule exitRule(
            PositionManagerSettings settings,
            ForcedExits forced,
            ExitLevels levels,
            SessionCalendar calendar,
            Clock clock) {
        ExitRule rule = new ExitRule(settings.exitLimits(), forced);
        new SurvivalRule(
                        rule,
                        new MarkRule(settings.quoteLimits()),
                        forced,
                        levels.optionStop(),
                        levels.optionTarget())
                .fault(calendar.next(NewYork.dateOf(clock.instant())))
                .ifPresent(fault -> {
                    throw new SettingsException("position-manager: " + fault);
                });
        return rule;
    }

    @Bean
    MarketView marketView(AlpacaClients alpaca, Bars bars, PositionManagerSettings settings) {
        return new MarketView(
                alpaca.optionChains(), alpaca.marketData(), bars, settings.underlyingAge());
    }

    @Bean
    ClosingOrders closingOrders(
            AlpacaClients alpaca, OrderLedger ledger, Alerts alerts, Timers timers, Clock clock) {
        var entry = alpaca.orderEntry();
        var books = alpaca.books();
        return new ClosingOrders(
                entry,
                books,
                ledger,
                new CancelConfirmation(
                        Stage.POSITION_MANAGER,
                        entry::cancel,
                        books,
                        ledger,
                        alerts,
                        timers,
                        clock),
                new DoubtSettlement(Stage.POSITION_MANAGER, books, ledger, timers, clock),
                timers,
                clock);
    }

    @Bean
    BreakerRule breakerRule(PositionManagerSettings settings) {
        return new BreakerRule(settings.breakers().streak());
    }

    @Bean
    TradingPauses tradingPauses(Accounts accounts, Alerts alerts, BreakerRule rule) {
        return new TradingPauses(accounts, alerts, rule);
    }

    @Bean
    Firings firings() {
        return new Firings();
    }

    @Bean
    ExitDesks exitDesks(
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
        return new ExitDesks(
                new ExitParts(
                        rule,
                        forced,
                        market,
                        orders,
                        ledger,
                        positions,
                        accounts,
                        reports,
                        heartbeats,
                        alerts,
                        pauses,
                        firings,
                        calendar,
                        settings,
                        timers,
                        clock));
    }

    @Bean
    Job positionManagerJob(Accounts accounts, ExitDesks desks) {
        return new PositionManagerJob(accounts, desks);
    }

    @Bean
    Job equitySnapshotJob(
            Accounts accounts,
            AlpacaClients alpaca,
            Positions positions,
            EquityHistory history,
            ExitDesks desks,
            TradingPauses pauses,
            BreakerRule rule,
            PositionManagerSettings settings) {
        return new EquitySnapshotJob(
                accounts,
                alpaca.books(),
                positions,
                history,
                desks,
                new DrawdownBreaker(rule, settings.breakers(), history, pauses));
    }

    @Bean
    Job reportJob(
            Accounts accounts,
            AlpacaClients alpaca,
            Reports reports,
            Positions positions,
            ExitDesks desks,
            MarketView market,
            Alerts alerts,
            SessionCalendar calendar) {
        return new ReportJob(
                accounts,
                alpaca.books(),
                reports,
                new DayBasis(positions, desks, market, alerts),
                calendar);
    }

    @Bean
    HealthSignal exitHealth(AccountScope accounts, Heartbeats heartbeats, Firings firings) {
        return new ExitHealth(accounts, heartbeats, firings);
    }
}
