package io.opspipeline.dispatcher;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaPorts;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.persistence.PostgresPorts;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.dispatch.Dispatches;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.OptionChains;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.setting.SettingsReads;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.health.HealthSignal;
import io.opspipeline.runtime.job.AccountScope;
import io.opspipeline.runtime.order.CancelConfirmation;
import io.opspipeline.runtime.order.DoubtSettlement;
import io.opspipeline.runtime.setting.CurrentSettings;
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
    EntryPermission entryPermission(
            Accounts accounts,
            CurrentSettings<DispatcherSettings> settings,
            SettingsReads reads,
            Clock clock) {
        return new EntryPermission(accounts, settings, reads, clock);
    }

    @Bean
    EntryInputsLoader entryInputsLoader(
            SessionCalendar calendar,
            EntryPermission permission,
            Heartbeats heartbeats,
            Bars bars,
            Positions positions,
            BrokerBooks books,
            OptionChains chains,
            MarketData marketData) {
        return new EntryInputsLoader(
                calendar, permission, heartbeats, bars, positions, books, chains, marketData);
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
            CurrentSettings<DispatcherSettings> settings,
            OrderEntry broker,
            OrderLedger ledger,
            EntryQuotes quotes,
            CancelConfirmation cancels,
            DoubtSettlement doubts,
            EntryPermission permission,
            Timers timers,
            Clock clock) {
        return new EntryLadder(
                () -> settings.get().ladderRule(),
                broker,
                ledger,
                quotes,
                cancels,
                doubts,
                permission,
                timers,
                clock);
    }

    @Bean
    EntryQuotes entryQuotes(OptionChains chains, MarketData marketData) {
        return new EntryQuotes(chains, marketData);
    }

    @Bean
    EntryParts entryParts(
            Dispatches dispatches,
            EntryInputsLoader inputs,
            MarketData marketData,
            OptionChains chains,
            SessionCalendar calendar,
            EntryLadder ladder) {
        return new EntryParts(dispatches, inputs, marketData, chains, calendar, ladder);
    }

    @Bean
    DispatcherJob dispatcherJob(
            Accounts accounts,
            AccountNumberCheck numbers,
            Dispatches dispatches,
            EntryInputsLoader inputs,
            EntryParts parts,
            EntryRecovery recovery,
            EntryPermission permission,
            CurrentSettings<DispatcherSettings> settings) {
        return new DispatcherJob(
                accounts, numbers, dispatches, inputs, parts, recovery, permission, settings);
    }

    @Bean
    AccountNumberCheck accountNumberCheck(BrokerBooks books, Alerts alerts) {
        return new AccountNumberCheck(books, alerts);
    }

    @Bean
    HealthSignal duplicateEntries(AccountScope accounts, Dispatches dispatches) {
        return new DuplicateEntries(accounts, dispatches);
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
