package io.opspipeline.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.instrument.Ticker;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A-79: incident 13: the same intent has the same name")
class ClientOrderIdTest {

    private static final AccountId LARGE = new AccountId("large");

    @Test
    void namesAnEntryByItsNaturalKeys() {
        var bar = Instant.parse("2025-01-02T15:00:00Z");

        assertThat(ClientOrderId.entry(LARGE, Ticker.of("NVDA"), bar, InstrumentType.CALL, 1))
                .hasToString("large:NVDA:28930500:CALL:1");
    }

    @Test
    void namesTheSameMinuteAlike() {
        var bar = Instant.parse("2025-01-02T15:00:00Z");
        var within = bar.plusSeconds(59);

        assertThat(ClientOrderId.entry(LARGE, Ticker.of("NVDA"), within, InstrumentType.PUT, 2))
                .isEqualTo(
                        ClientOrderId.entry(LARGE, Ticker.of("NVDA"), bar, InstrumentType.PUT, 2));
    }

    @ParameterizedTest
    @EnumSource
    void fitsTheBrokersLimit(ExitReason rule) {
        var longest = new AccountId("a".repeat(32));
        var option = Instrument.ofSymbol("GOOGLX991231C99999999");
        var opened = Instant.parse("2099-12-31T20:00:00Z");

        assertThat(ClientOrderId.exit(longest, option, opened, rule, 999).value().length())
                .isLessThanOrEqualTo(128);
    }

    @Test
    void refusesAnEmptyName() {
        assertThatThrownBy(() -> new ClientOrderId(" "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTheLongestNameThatTheBrokerTakes() {
        assertThat(new ClientOrderId("x".repeat(128)).value()).hasSize(128);
        assertThatThrownBy(() -> new ClientOrderId("x".repeat(129)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 128");
    }

    @Test
    void sortsByName() {
        assertThat(new ClientOrderId("a:1").compareTo(new ClientOrderId("b:1"))).isNegative();
    }

    @Test
    void knowsTheBrokersNameAsItWroteIt() {
        assertThat(new BrokerOrderId("b-1")).hasToString("b-1");
        assertThatThrownBy(() -> new BrokerOrderId(" "))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
