package io.opspipeline.tradestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// One order that cannot be booked, beside what can.
class UnbookedOrderTest {

    private static final String OTHER = "NVDA261218C00110000";

    private final Line line = new Line();

    @BeforeEach
    void breakAnOrder() {
        line.ledger.commitIntent(Line.buy(), Optional.empty());
        line.ledger.broken.add(Line.ORDER);
        line.broker.orders.add(line.update(BrokerOrderStatus.FILLED, 2));
    }

    @Test
    @DisplayName("A-98, incident 66: an order that cannot be booked keeps no position from it")
    void comparesThePositions() {
        line.broker.positions.add(
                new BrokerPosition(Instrument.ofSymbol(OTHER), 3, Price.of("2.00")));

        line.broker.stream().connected();

        assertThat(line.positions.events).containsExactly("adopt 3 " + OTHER + " as SWING");
        assertThat(line.alerts)
                .contains("CRITICAL not-booked " + Line.ORDER + " FILLED 2")
                .hasSize(2);
    }

    @Test
    @DisplayName("A-98: what an order traded that cannot be booked is no position of somebody else")
    void leavesItsOwnSymbolAlone() {
        line.broker.positions.add(
                new BrokerPosition(Instrument.ofSymbol(Line.CALL), 2, Price.of("2.00")));

        line.broker.stream().connected();

        assertThat(line.positions.events).isEmpty();
    }

    @Test
    @DisplayName("A-85, A-98: a comparison that could not book all has failed, until it can")
    void failsUntilItIsBooked() {
        line.broker.stream().connected();
        line.broker.stream().updated(line.filled(2));
        assertThat(line.heartbeat().isReconciled()).isFalse();
        assertThatThrownBy(() -> line.compareAfter(Duration.ofSeconds(5)))
                .hasMessage("not booked: [" + Line.ORDER + "]");

        line.ledger.broken.clear();
        line.compareAfter(Duration.ofSeconds(60));

        assertThat(line.ledger.orders.get(Line.ORDER).filledQuantity()).isEqualTo(2);
        assertThat(line.heartbeat().isReconciled()).isTrue();
    }
}
