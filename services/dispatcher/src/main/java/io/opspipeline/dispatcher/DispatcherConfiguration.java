package io.opspipeline.dispatcher;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaPorts;
import io.opspipeline.dispatcher.EntryAttempt.EntryRules;
import io.opspipeline.dispatcher.rules.AccountGateRule;
import io.opspipeline.dispatcher.rules.ContractRule;
import io.opspipeline.dispatcher.rules.LadderRule;
import io.opspipeline.dispatcher.rules.PlanGateRule;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.position.ForcedExitTimes;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.persistence.PostgresPorts;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.dispatch.Dispatches;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.OptionChains;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.order.CancelConfirmation;
import io.opspipeline.runtime.order.DoubtSettlement;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The map of the dispatcher.
@Configuration(proxyBeanMethods = false)
@Import({PostgresPorts.class, AlpacaPorts.class})
class DispatcherConfiguration {

    @Bean
    OrderEntry orderEntry(AlpacaClients alpaca) {
        return alpaca.orderEntry();
    }

    @Bean
    BrokerBooks brokerBooks(AlpacaClients alpaca) {
        return alpaca.books();
    }

    @Bean
    MarketData marketData(AlpacaClients alpaca) {
        return alpaca.marketData();
    }

    @Bean
    OptionChains optionChains(AlpacaClients alpaca) {
        return alpaca.optionChains();
    }

    @Bean
    EntryRules entryRules(DispatcherSettings settings) {
        return new EntryRules(
                new AccountGateRule(settings.entryLimits()),
                new PlanGateRule(settings.entryLimits()),
                new LadderRule(settings.ladder().step(), settings.ladder().ceiling()),
                settings.riskBudgetShare());
    }

    @Bean
    EntryInputsLoader entryInputsLoader(
            SessionCalendar calendar,
            Accounts accounts,
            Heartbeats heartbeats,
            Bars bars,
            Positions positions,
            BrokerBooks books,
            OptionChains chains,
            MarketData marketData) {
        return new EntryInputsLoader(
                calendar, accounts, heartbeats, bars, positions, books, chains, marketData);
    }

    @Bean
    OptionEntry optionEntry(
            DispatcherSettings settings,
            SessionCalendar calendar,
            MarketData marketData,
            OptionChains chains) {
        var limits = settings.contractLimits();
        return new OptionEntry(
                new ContractRule(limits),
                new ContractInputsLoader(calendar, marketData, chains, limits));
    }

    @Bean
    CancelConfirmation cancelConfirmation(
            OrderEntry broker,
            BrokerBooks books,
            OrderLedger ledger,
            Alerts alerts,
            Timers timers,
            Clock clock) {
        return new CancelConfirmation(
                Stage.DISPATCHER, broker::cancel, books, ledger, alerts, timers, clock);
    }

    @Bean
    DoubtSettlement doubtSettlement(
            BrokerBooks books, OrderLedger ledger, Timers timers, Clock clock) {
        return new DoubtSettlement(Stage.DISPATCHER, books, ledger, timers, clock);
    }

    @Bean
    EntryLadder entryLadder(
            EntryRules rules,
            OrderEntry broker,
            OrderLedger ledger,
            EntryQuotes quotes,
            CancelConfirmation cancels,
            DoubtSettlement doubts,
            Accounts accounts,
            Timers timers,
            Clock clock) {
        return new EntryLadder(
                rules.prices(), broker, ledger, quotes, cancels, doubts, accounts, timers, clock);
    }

    @Bean
    EntryQuotes entryQuotes(OptionChains chains, MarketData marketData) {
        return new EntryQuotes(chains, marketData);
    }

    @Bean
    EntryAttempt entryAttempt(
            Dispatches dispatches,
            EntryInputsLoader inputs,
            EntryRules rules,
            OptionEntry options,
            MarketData marketData,
            SessionCalendar calendar,
            EntryLadder ladder) {
        return new EntryAttempt(
                dispatches,
                inputs,
                rules,
                options,
                new StockEntry(marketData),
                new ForcedExits(calendar, ForcedExitTimes.DEFAULT),
                FeeTable.standard(),
                ladder);
    }

    @Bean
    DispatcherJob dispatcherJob(
            Accounts accounts,
            BrokerBooks books,
            Alerts alerts,
            Dispatches dispatches,
            EntryInputsLoader inputs,
            EntryAttempt attempt,
            EntryRecovery recovery,
            DispatcherSettings settings) {
        return new DispatcherJob(
                accounts,
                new AccountNumberCheck(books, alerts),
                dispatches,
                inputs,
                attempt,
                recovery,
                settings.claimLife());
    }

    @Bean
    EntryRecovery entryRecovery(
            Dispatches dispatches,
            OrderLedger ledger,
            BrokerBooks books,
            EntryLadder ladder,
            CancelConfirmation cancels,
            DoubtSettlement doubts,
            Clock clock) {
        return new EntryRecovery(dispatches, ledger, books, ladder, cancels, doubts, clock);
    }
}
