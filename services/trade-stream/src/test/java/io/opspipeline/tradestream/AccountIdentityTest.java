package io.opspipeline.tradestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The keys of two accounts were swapped: the books are another account's.
class AccountIdentityTest {

    private static final String THEIRS = "NVDA261218C00110000";
    private static final String ALERT = "CRITICAL books-of-another-account large SIM-tiny";

    private final Line line = new Line();

    @Test
    @DisplayName(
            "incidents 24, 70: of another account's books nothing is adopted and nothing ended")
    void takesNothingFromThem() {
        line.positions.held.add(Line.held(Line.CALL));
        line.broker.number = Optional.of("SIM-tiny");
        line.broker.positions.add(
                new BrokerPosition(Instrument.ofSymbol(THEIRS), 3, Price.of("2.00")));

        line.broker.stream().connected();
        for (int look = 0; look < 5; look++) {
            assertThatThrownBy(() -> line.compareAfter(Duration.ofSeconds(60)))
                    .hasMessageContaining("SIM-tiny, registered is SIM-large");
        }

        assertThat(line.positions.events).isEmpty();
        assertThat(line.heartbeat().isReconciled()).isFalse();
        assertThat(line.alerts).containsOnly(ALERT);
    }

    @Test
    @DisplayName(
            "incident 70: keys that are swapped while the service runs are seen at the next look")
    void seesASwapAtTheNextLook() {
        line.broker.stream().connected();
        assertThat(line.heartbeat().isReconciled()).isTrue();
        line.broker.number = Optional.of("SIM-tiny");
        line.broker.positions.add(
                new BrokerPosition(Instrument.ofSymbol(THEIRS), 3, Price.of("2.00")));

        assertThatThrownBy(() -> line.compareAfter(Duration.ofSeconds(60)))
                .hasMessageContaining("its books are not compared");
        assertThat(line.positions.events).isEmpty();

        line.broker.number = Optional.empty();
        line.broker.positions.clear();
        line.compareAfter(Duration.ofSeconds(60));
        assertThat(line.alerts).containsOnly(ALERT);
    }
}
