package io.opspipeline.dispatcher;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaPorts;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.persistence.PostgresPorts;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.dispatch.Dispatches;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.setting.SettingsReads;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.store.TradingHalts;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.health.HealthSignal;
import io.opspipeline.runtime.job.AccountScope;
import io.opspipeline.runtime.setting.CurrentSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Which adapters stand behind the dispatcher; [DispatcherService] puts it together.
@Configuration(proxyBeanMethods = false)
@Import({PostgresPorts.class, AlpacaPorts.class})
class DispatcherConfiguration {

    @Bean
    DispatcherPorts dispatcherPorts(
            AlpacaClients alpaca,
            Accounts accounts,
            Dispatches dispatches,
            OrderLedger ledger,
            Positions positions,
            Bars bars,
            TradingHalts halts,
            Heartbeats heartbeats,
            Alerts alerts,
            SettingsReads reads,
            SessionCalendar calendar,
            Timers timers,
            Clock clock) {
        return new DispatcherPorts(
                alpaca.orderEntry(),
                alpaca.books(),
                alpaca.marketData(),
                alpaca.optionChains(),
                accounts,
                dispatches,
                ledger,
                positions,
                bars,
                halts,
                heartbeats,
                alerts,
                reads,
                calendar,
                timers,
                clock);
    }

    @Bean
    Job dispatcherJob(DispatcherPorts ports, CurrentSettings<DispatcherSettings> settings) {
        return new DispatcherService(ports, settings).job();
    }

    @Bean
    HealthSignal duplicateEntries(AccountScope accounts, Dispatches dispatches) {
        return new DuplicateEntries(accounts, dispatches);
    }
}
