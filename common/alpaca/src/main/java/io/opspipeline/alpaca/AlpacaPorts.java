package io.opspipeline.alpaca;

import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.LocalKeys;
import io.opspipeline.alpaca.access.SecretsFile;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.ports.time.StreamFrames;
import io.opspipeline.ports.time.Timers;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The client of a process of its own, for a service to import; the service lists [AlpacaSettings]
/// among its settings. Whoever moves several services in one JVM lends [AlpacaClients] to all.
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(AlpacaClients.class)
public class AlpacaPorts {

    /// From the environment, else from the file that `OPS_SECRETS_FILE` names, else
    /// `secrets.properties` in `OPS_HOME`.
    @Bean
    @ConditionalOnMissingBean
    AlpacaKeys alpacaKeys(Environment environment) {
        String home = environment.getProperty("home", ".ops");
        Path file = Path.of(environment.getProperty("secrets.file", home + "/secrets.properties"));
        return new LocalKeys(System.getenv(), new SecretsFile(file));
    }

    /// @throws IllegalArgumentException when the mode does not go with the trading URL
    @Bean
    AlpacaClients alpacaClients(
            AlpacaSettings settings,
            AlpacaKeys keys,
            Clock clock,
            Timers timers,
            Pause pause,
            StreamFrames frames,
            Alerts alerts,
            Provenance written) {
        settings.requireAgreement(written.mode());
        return new AlpacaClients(
                settings, keys, new Surroundings(clock, timers, pause, frames, alerts));
    }
}
