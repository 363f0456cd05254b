package io.opspipeline.alpaca;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.LocalKeys;
import io.opspipeline.alpaca.access.RegisteredKeys;
import io.opspipeline.alpaca.access.SecretsFile;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.ports.time.StreamFrames;
import io.opspipeline.ports.time.Timers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
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

    /// No keys are used for an account that are another one's at the broker.
    ///
    /// @throws IllegalArgumentException when the mode does not go with the trading URL
    @Bean
    AlpacaClients alpacaClients(
            AlpacaSettings settings,
            AlpacaKeys keys,
            Accounts accounts,
            Clock clock,
            Timers timers,
            Pause pause,
            StreamFrames frames,
            Alerts alerts,
            Provenance written) {
        settings.requireAgreement(written.mode());
        var surroundings = new Surroundings(clock, timers, pause, frames, alerts);
        var registered =
                new RegisteredKeys(
                        keys,
                        account -> accounts.find(account).map(Account::brokerNumber),
                        (account, credentials) ->
                                number(settings, account, credentials, surroundings),
                        alerts,
                        clock);
        return new AlpacaClients(settings, registered, surroundings);
    }

    /// Our own calendar, with the broker's list of the weeks ahead in place of it.
    @Bean
    @ConditionalOnMissingBean
    SessionCalendar sessionCalendar(
            AlpacaClients alpaca, Alerts alerts, Timers timers, Clock clock) {
        return new CalendarAhead(alpaca::calendar, alerts, timers, clock).begin();
    }

    private static String number(
            AlpacaSettings settings,
            AccountId account,
            AlpacaCredentials credentials,
            Surroundings surroundings) {
        AlpacaKeys alone = AlpacaKeys.fixed(Map.of(account, credentials), account);
        try (var clients = new AlpacaClients(settings, alone, surroundings)) {
            return clients.books().account(account).number();
        }
    }
}
