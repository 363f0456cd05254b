package io.opspipeline.tradestream;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaPorts;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.persistence.PostgresPorts;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.WakeUps;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.health.HealthSignal;
import io.opspipeline.runtime.job.AccountScope;
import io.opspipeline.runtime.setting.CurrentSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Which adapters stand behind the trade-stream; [TradeStreamService] puts it together.
@Configuration(proxyBeanMethods = false)
@Import({PostgresPorts.class, AlpacaPorts.class})
class TradeStreamConfiguration {

    @Bean
    TradeStreamPorts tradeStreamPorts(
            AlpacaClients alpaca,
            Accounts accounts,
            OrderLedger ledger,
            Positions positions,
            Bars bars,
            Heartbeats heartbeats,
            Alerts alerts,
            WakeUps wakeUps,
            SessionCalendar calendar,
            Timers timers,
            Clock clock) {
        return new TradeStreamPorts(
                alpaca.tradingStream(),
                alpaca.books(),
                alpaca.activities(),
                accounts,
                ledger,
                positions,
                bars,
                heartbeats,
                alerts,
                wakeUps,
                calendar,
                timers,
                clock);
    }

    @Bean
    TradeStreamService tradeStream(
            TradeStreamPorts ports, CurrentSettings<TradeStreamSettings> settings) {
        return new TradeStreamService(ports, settings);
    }

    @Bean
    Job tradeStreamJob(TradeStreamService tradeStream) {
        return tradeStream.job();
    }

    @Bean
    HealthSignal streamHealth(AccountScope accounts, Heartbeats heartbeats) {
        return new StreamHealth(accounts, heartbeats);
    }
}
