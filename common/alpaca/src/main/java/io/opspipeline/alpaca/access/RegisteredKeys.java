package io.opspipeline.alpaca.access;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// Credentials that open the registered account at the broker, and no other (trading rules, section
/// 11; incident 70). Keys are read again while a process runs, and whoever changes them may swap
/// two accounts: new ones are used once the broker has said that they open the account of the
/// registered number. Until then nothing is asked or sent with them.
public final class RegisteredKeys implements AlpacaKeys {

    /// Keys of another account are not shown to the broker again for so long.
    private static final Duration REFUSED_FOR = Duration.ofSeconds(10);

    /// A broker that did not say whose they are is not asked again for so long: whoever waits for
    /// an order must not wait for that at each one.
    private static final Duration SILENT_FOR = Duration.ofSeconds(1);

    private final AlpacaKeys keys;
    private final Function<AccountId, Optional<String>> registered;
    private final NumberReader broker;
    private final Alerts alerts;
    private final Clock clock;
    private final Map<AccountId, AlpacaCredentials> proven = new ConcurrentHashMap<>();
    private final Map<AccountId, Refusal> refused = new ConcurrentHashMap<>();
    private final Map<AccountId, Silence> silent = new ConcurrentHashMap<>();

    /// @param keys what the accounts were given
    /// @param registered finds the registered number of an account; one that is not registered has
    ///   none to compare, and nothing is traded in it
    /// @param broker tells which account credentials open
    /// @param alerts tells a person of keys that open another account
    /// @param clock of the process
    public RegisteredKeys(
            AlpacaKeys keys,
            Function<AccountId, Optional<String>> registered,
            NumberReader broker,
            Alerts alerts,
            Clock clock) {
        this.keys = keys;
        this.registered = registered;
        this.broker = broker;
        this.alerts = alerts;
        this.clock = clock;
    }

    /// Which of the broker's accounts credentials open.
    @FunctionalInterface
    public interface NumberReader {

        /// The broker's account number.
        ///
        /// @throws BrokerUnavailable when the broker does not say
        String number(AccountId account, AlpacaCredentials credentials);
    }

    /// The supplier throws [IllegalStateException] while the credentials open another account, and
    /// [BrokerUnavailable] while nobody says which they open.
    @Override
    public Optional<Supplier<AlpacaCredentials>> of(AccountId account) {
        return keys.of(account).map(found -> () -> prove(account, found.get()));
    }

    @Override
    public AccountId marketData() {
        return keys.marketData();
    }

    private AlpacaCredentials prove(AccountId account, AlpacaCredentials found) {
        if (!found.equals(proven.get(account))) {
            registered.apply(account).ifPresent(number -> prove(account, number, found));
        }
        return found;
    }

    private void prove(AccountId account, String wanted, AlpacaCredentials found) {
        Instant now = clock.instant();
        Refusal last = refused.get(account);
        if (last != null && last.holds(wanted, found, now)) {
            throw new IllegalStateException(last.reason());
        }
        String number = number(account, found, now);
        if (!number.equals(wanted)) {
            throw new IllegalStateException(refuse(account, wanted, found, number, now));
        }
        refused.remove(account);
        proven.put(account, found);
    }

    private String number(AccountId account, AlpacaCredentials found, Instant now) {
        Silence last = silent.get(account);
        if (last != null && last.holds(found, now)) {
            throw new BrokerUnavailable(last.reason());
        }
        try {
            String number = broker.number(account, found);
            silent.remove(account);
            return number;
        } catch (BrokerUnavailable unavailable) {
            Instant until = clock.instant().plus(SILENT_FOR);
            String reason = String.valueOf(unavailable.getMessage());
            silent.put(account, new Silence(found, reason, until));
            throw unavailable;
        }
    }

    private String refuse(
            AccountId account, String wanted, AlpacaCredentials found, String number, Instant now) {
        String reason =
                "the keys open the broker's account %s, registered is %s: they are not used"
                        .formatted(number, wanted);
        refused.put(account, new Refusal(wanted, found, reason, now.plus(REFUSED_FOR)));
        alerts.raise(
                Alerts.Severity.CRITICAL,
                "account-number %s %s %s".formatted(account, number, NewYork.dateOf(now)),
                Optional.of(account),
                reason,
                now);
        return reason;
    }

    private record Silence(AlpacaCredentials credentials, String reason, Instant until) {

        boolean holds(AlpacaCredentials found, Instant now) {
            return credentials.equals(found) && now.isBefore(until);
        }
    }

    private record Refusal(
            String wanted, AlpacaCredentials credentials, String reason, Instant until) {

        boolean holds(String wantedNow, AlpacaCredentials found, Instant now) {
            return wanted.equals(wantedNow) && credentials.equals(found) && now.isBefore(until);
        }
    }
}
