package io.opspipeline.alpaca;

import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.ports.time.StreamFrames;
import io.opspipeline.testkit.SettableClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// A service's context around [AlpacaPorts].
final class ServiceSide {

    private ServiceSide() {}

    /// @param numbers the registered ones
    static AnnotationConfigApplicationContext launch(
            Provenance.Mode mode,
            String trading,
            String data,
            AlpacaKeys keys,
            Map<AccountId, String> numbers,
            Alerts alerts) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(AlpacaSettings.class, () -> settings(trading, data));
        context.registerBean(AlpacaKeys.class, () -> keys);
        context.registerBean(Accounts.class, () -> new RegisteredNumbers(numbers));
        context.registerBean(Clock.class, () -> SettableClock.at("2026-01-05T15:00:00Z"));
        context.registerBean(HandTimers.class);
        context.registerBean(Pause.class, () -> Pause.NONE);
        context.registerBean(StreamFrames.class, () -> StreamFrames.UNCOUNTED);
        context.registerBean(Alerts.class, () -> alerts);
        context.registerBean(Provenance.class, () -> new Provenance("0.1.0+test", mode));
        context.register(AlpacaPorts.class);
        context.refresh();
        return context;
    }

    private static AlpacaSettings settings(String trading, String data) {
        return new AlpacaSettings(
                URI.create(trading),
                URI.create(data),
                "sip",
                "opra",
                Duration.ofSeconds(10),
                200,
                200,
                Optional.empty(),
                0,
                1);
    }
}
