package io.opspipeline.positionmanager;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaPorts;
import io.opspipeline.domain.calendar.SessionCalendar;
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
import io.opspipeline.ports.store.TradingHalts;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.health.HealthSignal;
import io.opspipeline.runtime.job.AccountScope;
import io.opspipeline.runtime.setting.CurrentSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Which adapters stand behind the position-manager; [PositionManagerService] puts it together.
@Configuration(proxyBeanMethods = false)
@Import({PostgresPorts.class, AlpacaPorts.class})
class PositionManagerConfiguration {

    @Bean
    PositionManagerPorts positionManagerPorts(
            AlpacaClients alpaca,
            Accounts accounts,
            OrderLedger ledger,
            Positions positions,
            Bars bars,
            TradingHalts halts,
            EquityHistory equity,
            Reports reports,
            Heartbeats heartbeats,
            Alerts alerts,
            SessionCalendar calendar,
            Timers timers,
            Clock clock) {
        return new PositionManagerPorts(
                alpaca.orderEntry(),
                alpaca.books(),
                alpaca.marketData(),
                alpaca.optionChains(),
                alpaca.optionQuoteStream(),
                accounts,
                ledger,
                positions,
                bars,
                halts,
                equity,
                reports,
                heartbeats,
                alerts,
                calendar,
                timers,
                clock);
    }

    @Bean
    PositionManagerService positionManager(
            PositionManagerPorts ports, CurrentSettings<PositionManagerSettings> settings) {
        return new PositionManagerService(ports, settings);
    }

    @Bean
    Job positionManagerJob(PositionManagerService manager) {
        return manager.positionManagerJob();
    }

    @Bean
    Job equitySnapshotJob(PositionManagerService manager) {
        return manager.equitySnapshotJob();
    }

    @Bean
    Job reportJob(PositionManagerService manager) {
        return manager.reportJob();
    }

    @Bean
    HealthSignal exitHealth(
            AccountScope accounts, Heartbeats heartbeats, PositionManagerService manager) {
        return new ExitHealth(accounts, heartbeats, manager.firings());
    }

    @Bean
    HealthSignal quoteStreamHealth(PositionManagerService manager) {
        return new QuoteStreamHealth(manager.stream());
    }
}
