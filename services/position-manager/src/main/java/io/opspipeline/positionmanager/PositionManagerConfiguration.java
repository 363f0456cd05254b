package io.opspipeline.positionmanager;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaPorts;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.position.ForcedExitTimes;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.persistence.PostgresPorts;
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
import io.opspipeline.runtime.health.HealthSignal;
import io.opspipeline.runtime.job.AccountScope;
import io.opspipeline.runtime.order.CancelConfirmation;
import io.opspipeline.runtime.order.DoubtSettlement;
import io.opspipeline.runtime.setting.CurrentSettings;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
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

    @Bean
    Rulebook rulebook(CurrentSettings<PositionManagerSettings> settings, ForcedExits forced) {
        return new Rulebook(settings, forced);
    }

    @Bean
    MarketView marketView(AlpacaClients alpaca, Bars bars) {
        return new MarketView(alpaca.optionChains(), alpaca.marketData(), bars);
    }

    @Bean
    QuoteStreamWatch quoteStreamWatch(
            Alerts alerts, SessionCalendar calendar, Timers timers, Clock clock) {
        return new QuoteStreamWatch(alerts, calendar, timers, clock);
    }

    /// Desks are made later: they follow the subscription that they read.
    @Bean
    QuoteSubscription quoteSubscription(
            AlpacaClients alpaca,
            QuoteStreamWatch watch,
            ObjectProvider<ExitDesks> desks,
            Timers timers,
            Clock clock) {
        QuoteFeed feed = new QuoteFeed(alpaca.optionQuoteStream(), watch, desks::getObject);
        return new QuoteSubscription(feed::open, timers, clock);
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
    TradingPauses tradingPauses(Accounts accounts, Alerts alerts, Rulebook rules) {
        return new TradingPauses(accounts, alerts, rules);
    }

    @Bean
    Firings firings() {
        return new Firings();
    }

    @Bean
    ExitDesks exitDesks(
            Rulebook rules,
            ForcedExits forced,
            MarketView market,
            QuoteSubscription subscription,
            QuoteStreamWatch stream,
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
            Timers timers,
            Clock clock) {
        return new ExitDesks(
                new ExitParts(
                        rules,
                        forced,
                        market,
                        subscription,
                        stream,
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
            Rulebook rules) {
        return new EquitySnapshotJob(
                accounts,
                alpaca.books(),
                positions,
                history,
                desks,
                new DrawdownBreaker(rules, history, pauses));
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

    @Bean
    HealthSignal quoteStreamHealth(QuoteStreamWatch stream) {
        return new QuoteStreamHealth(stream);
    }
}
