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
import io.opspipeline.tradestream.rules.EndRule;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The map of the service: order events and the broker's books go in, orders, fills and positions
/// come out through the order ledger.
@Configuration(proxyBeanMethods = false)
@Import({PostgresPorts.class, AlpacaPorts.class})
class TradeStreamConfiguration {

    @Bean
    StreamParts streamParts(
            AlpacaClients alpaca,
            OrderLedger ledger,
            Positions positions,
            Bars bars,
            Heartbeats heartbeats,
            Alerts alerts,
            WakeUps wakeUps,
            SessionCalendar calendar,
            CurrentSettings<TradeStreamSettings> settings,
            Timers timers,
            Clock clock) {
        return new StreamParts(
                alpaca.tradingStream(),
                alpaca.books(),
                ledger,
                positions,
                bars,
                heartbeats,
                alerts,
                wakeUps,
                new EndRule(calendar),
                calendar,
                settings,
                timers,
                clock);
    }

    @Bean
    AccountStreams accountStreams(StreamParts parts) {
        return new AccountStreams(account -> parts.of(account.id(), account.strategy()));
    }

    @Bean
    SilenceWatch silenceWatch(
            Heartbeats heartbeats,
            Alerts alerts,
            SessionCalendar calendar,
            CurrentSettings<TradeStreamSettings> settings) {
        return new SilenceWatch(heartbeats, alerts, calendar, () -> settings.get().silence());
    }

    @Bean
    Job tradeStreamJob(Accounts accounts, AccountStreams streams, SilenceWatch silence) {
        return new TradeStreamJob(accounts, streams, silence);
    }

    @Bean
    HealthSignal streamHealth(AccountScope accounts, Heartbeats heartbeats) {
        return new StreamHealth(accounts, heartbeats);
    }
}
