package io.opspipeline.alpaca.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegisteredKeysTest {

    private static final AccountId LARGE = new AccountId("large");
    private static final AccountId TINY = new AccountId("tiny");
    private static final AlpacaCredentials OF_LARGE = new AlpacaCredentials("LK", "LS");
    private static final AlpacaCredentials OF_TINY = new AlpacaCredentials("TK", "TS");

    private final Map<AccountId, AlpacaCredentials> given = new HashMap<>();
    private final Map<AccountId, String> registered = new HashMap<>();
    private final Map<AlpacaCredentials, String> opens = new HashMap<>();
    private final List<String> shown = new ArrayList<>();
    private final List<String> alerts = new ArrayList<>();
    private final SettableClock clock = SettableClock.at("2026-01-05T15:00:00Z");
    private Duration answerTakes = Duration.ZERO;
    private final AlpacaKeys keys =
            new RegisteredKeys(
                    new Given(),
                    account -> Optional.ofNullable(registered.get(account)),
                    this::show,
                    (severity, event, account, _, _) ->
                            alerts.add(severity + " " + event + " of " + account.orElseThrow()),
                    clock);

    @BeforeEach
    void begin() {
        given.put(LARGE, OF_LARGE);
        given.put(TINY, OF_TINY);
        registered.put(LARGE, "PA-L");
        registered.put(TINY, "PA-T");
        opens.put(OF_LARGE, "PA-L");
        opens.put(OF_TINY, "PA-T");
    }

    @Test
    @DisplayName("A-14: keys are shown to the broker once, and used when the number is right")
    void showsKeysOnce() {
        Supplier<AlpacaCredentials> large = of(LARGE);

        assertThat(large.get()).isEqualTo(OF_LARGE);
        assertThat(large.get()).isEqualTo(OF_LARGE);
        assertThat(of(TINY).get()).isEqualTo(OF_TINY);
        assertThat(shown).containsExactly("large LK", "tiny TK");
        assertThat(alerts).isEmpty();
    }

    @Test
    @DisplayName("A-14, incidents 24, 70: keys that are swapped in a running process are not used")
    void refusesSwappedKeys() {
        Supplier<AlpacaCredentials> large = of(LARGE);
        var _ = large.get();

        given.put(LARGE, OF_TINY);
        given.put(TINY, OF_LARGE);
        assertRefused(large, "PA-T, registered is PA-L");
        assertRefused(of(TINY), "PA-L, registered is PA-T");
        assertThat(alerts)
                .containsExactly(
                        "CRITICAL account-number large PA-T 2026-01-05 of large",
                        "CRITICAL account-number tiny PA-L 2026-01-05 of tiny");

        given.put(LARGE, OF_LARGE);
        assertThat(large.get()).isEqualTo(OF_LARGE);
    }

    @Test
    @DisplayName("keys of another account are shown again after ten seconds, not at each request")
    void doesNotShowWrongKeysAtEachRequest() {
        given.put(LARGE, OF_TINY);

        assertRefused(of(LARGE), "PA-T");
        clock.advance(Duration.ofMillis(9_999));
        assertRefused(of(LARGE), "PA-T");
        assertThat(shown).hasSize(1);
        clock.advance(Duration.ofMillis(1));
        assertRefused(of(LARGE), "PA-T");
        assertThat(shown).hasSize(2);
    }

    @Test
    @DisplayName("incident 70: keys that stay wrong are told again on the next day")
    void tellsAgainOnTheNextDay() {
        given.put(LARGE, OF_TINY);

        assertRefused(of(LARGE), "PA-T");
        clock.advance(Duration.ofDays(1));
        assertRefused(of(LARGE), "PA-T");
        assertThat(alerts)
                .containsExactly(
                        "CRITICAL account-number large PA-T 2026-01-05 of large",
                        "CRITICAL account-number large PA-T 2026-01-06 of large");
    }

    @Test
    @DisplayName("a new number in the account's row counts at once")
    void looksAtTheRowAgain() {
        given.put(LARGE, OF_TINY);
        assertRefused(of(LARGE), "PA-T");

        registered.put(LARGE, "PA-T");
        assertThat(of(LARGE).get()).isEqualTo(OF_TINY);
    }

    @Test
    @DisplayName("A-14: a new secret of the right account is shown, too, and then used")
    void usesANewSecret() {
        var _ = of(LARGE).get();
        var changed = new AlpacaCredentials("LK", "LS2");
        opens.put(changed, "PA-L");
        given.put(LARGE, changed);

        assertThat(of(LARGE).get()).isEqualTo(changed);
        assertThat(shown).hasSize(2);
    }

    @Test
    @DisplayName("A-14: what the broker does not answer for is not used, and asked again")
    void asksAgainWhenNobodyAnswers() {
        String number = opens.remove(OF_LARGE);
        assertThatThrownBy(() -> of(LARGE).get()).isInstanceOf(BrokerUnavailable.class);
        assertThat(alerts).isEmpty();

        opens.put(OF_LARGE, String.valueOf(number));
        clock.advance(Duration.ofSeconds(1));
        assertThat(of(LARGE).get()).isEqualTo(OF_LARGE);
    }

    @Test
    @DisplayName("a broker that does not say is asked once a second, counted from its silence")
    void asksASilentBrokerOnceASecond() {
        String number = opens.remove(OF_LARGE);
        answerTakes = Duration.ofSeconds(30);
        assertUnknown(of(LARGE));
        clock.advance(Duration.ofMillis(999));
        assertUnknown(of(LARGE));
        assertThat(shown).containsExactly("large LK");

        given.put(LARGE, OF_TINY);
        opens.remove(OF_TINY);
        assertUnknown(of(LARGE));
        assertThat(shown).as("other keys are another question").hasSize(2);

        given.put(LARGE, OF_LARGE);
        opens.put(OF_LARGE, String.valueOf(number));
        assertThat(of(LARGE).get()).isEqualTo(OF_LARGE);
    }

    @Test
    @DisplayName("an account that is not registered has no number to compare, until it has")
    void comparesNothingOfAnUnknownAccount() {
        registered.clear();
        assertThat(of(LARGE).get()).isEqualTo(OF_LARGE);
        assertThat(shown).isEmpty();

        registered.put(LARGE, "PA-OTHER");
        assertRefused(of(LARGE), "PA-L, registered is PA-OTHER");
    }

    @Test
    void givesNobodyMoreThanThereIs() {
        given.remove(TINY);
        assertThat(keys.of(TINY)).isEmpty();
        assertThat(keys.marketData()).isEqualTo(LARGE);
    }

    private Supplier<AlpacaCredentials> of(AccountId account) {
        return keys.of(account).orElseThrow();
    }

    private static void assertUnknown(Supplier<AlpacaCredentials> supplier) {
        assertThatThrownBy(supplier::get)
                .isInstanceOf(BrokerUnavailable.class)
                .hasMessage("no answer");
    }

    private static void assertRefused(Supplier<AlpacaCredentials> supplier, String numbers) {
        assertThatThrownBy(supplier::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(numbers)
                .hasMessageEndingWith("they are not used");
    }

    private String show(AccountId account, AlpacaCredentials credentials) {
        shown.add(account + " " + credentials.keyId());
        clock.advance(answerTakes);
        return Optional.ofNullable(opens.get(credentials))
                .orElseThrow(() -> new BrokerUnavailable("no answer"));
    }

    /// Reads what was given anew each time, as a file is read.
    private final class Given implements AlpacaKeys {

        @Override
        public Optional<Supplier<AlpacaCredentials>> of(AccountId account) {
            return Optional.ofNullable(given.get(account))
                    .map(_ -> () -> Optional.ofNullable(given.get(account)).orElseThrow());
        }

        @Override
        public AccountId marketData() {
            return LARGE;
        }
    }
}
