package io.opspipeline.tradestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.order.OrderUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamWatchTest {

    private final Line line = new Line();

    @Test
    @DisplayName("A-100: a stream that connected is ready once the books were compared")
    void comparesAfterConnecting() {
        line.broker.isDown = true;
        line.broker.stream().connected();
        assertThat(line.heartbeat().isReconciled()).isFalse();

        line.broker.isDown = false;
        line.time.runUntil(Line.NOON.plusSeconds(5));

        assertThat(line.heartbeat().isReconciled()).isTrue();
    }

    @Test
    void beatsWhileConnected() {
        line.time.runUntil(Line.NOON.plusSeconds(20));
        assertThat(line.heartbeats.latest("trade-stream", Optional.of(Line.LARGE))).isEmpty();

        line.broker.stream().connected();
        line.time.runUntil(Line.NOON.plusSeconds(31));

        assertThat(line.heartbeat().beatAt()).isEqualTo(Line.NOON.plusSeconds(30));
        line.broker.stream().disconnected("reset");
        line.time.runUntil(Line.NOON.plusSeconds(120));
        assertThat(line.heartbeat().beatAt()).isEqualTo(Line.NOON.plusSeconds(30));
    }

    @Test
    @DisplayName("A-10: a changed heartbeat holds from the next beat on")
    void beatsAtItsNewPeriod() {
        line.broker.stream().connected();
        line.settings.reload(Map.of("trade-stream.heartbeat", "5s"));
        line.time.runUntil(Line.NOON.plusSeconds(26));

        assertThat(line.heartbeat().beatAt()).isEqualTo(Line.NOON.plusSeconds(25));
    }

    @Test
    @DisplayName("A-100, incident 42: the same execution twice and late news fill once")
    void duplicatesAreHarmless() {
        line.broker.stream().connected();
        line.ledger.commitIntent(Line.buy(), Optional.empty());

        line.broker.stream().updated(line.filled(2));
        line.broker.stream().updated(line.filled(2));
        line.broker.stream().updated(line.update(BrokerOrderStatus.WORKING, 0));

        assertThat(line.ledger.fills).isEqualTo(1);
        assertThat(line.ledger.orders.get(Line.ORDER).state()).isEqualTo(OrderState.FILLED);
        assertThat(line.wakes).containsExactly("FILLS", "FILLS");
    }

    @Test
    @DisplayName("A-100, fault GAP-DURING-RECONNECT: what the stream missed comes from the books")
    void fillsTheGap() {
        line.ledger.commitIntent(Line.buy(), Optional.empty());
        line.broker.orders.add(line.filled(2));

        line.broker.stream().connected();

        assertThat(line.ledger.orders.get(Line.ORDER).filledQuantity()).isEqualTo(2);
    }

    @Test
    @DisplayName("fault MUTE-SOCKET: an open stream that says nothing is opened again")
    void findsAMuteStream() {
        line.broker.stream().connected();
        line.ledger.commitIntent(Line.buy(), Optional.empty());
        line.time.runUntil(Line.NOON.plusSeconds(9));
        line.broker.orders.add(line.filled(2));

        line.time.runUntil(Line.NOON.plusSeconds(30));

        assertThat(line.broker.closed).isEqualTo(1);
        assertThat(line.broker.opened).hasSize(2);
        assertThat(line.alerts).containsExactly("CRITICAL mute large " + Line.ORDER);
        line.broker.stream().connected();
        assertThat(line.ledger.orders.get(Line.ORDER).state()).isEqualTo(OrderState.FILLED);
    }

    @ParameterizedTest(name = "the broker''s clock is {0} s ahead of ours")
    @DisplayName("faults MUTE-SOCKET, CLOCK-SKEW: a mute stream is found by no clock but ours")
    @ValueSource(ints = {-300, -30, 0, 30, 300})
    void findsAMuteStreamByAnyClock(int ahead) {
        line.broker.stream().connected();
        line.ledger.commitIntent(Line.buy(), Optional.empty());
        line.time.runUntil(Line.NOON.plusSeconds(9));
        line.broker.orders.add(line.filled(2, Duration.ofSeconds(ahead)));

        line.time.runUntil(Line.NOON.plusSeconds(30));

        assertThat(line.broker.opened).hasSize(2);
        assertThat(line.broker.askedFrom).isBeforeOrEqualTo(Line.NOON.minusSeconds(300));
    }

    @ParameterizedTest(name = "the broker''s clock is {0} s ahead of ours")
    @DisplayName("fault CLOCK-SKEW: a stream that tells a second after the books is not mute")
    @ValueSource(ints = {-300, -30, 0, 30, 300})
    void takesNoLatencyForSilence(int ahead) {
        line.time.runUntil(Line.NOON.plusSeconds(1));
        line.broker.stream().connected();
        line.time.runUntil(Line.NOON.plusSeconds(309));
        line.ledger.commitIntent(Line.buy(), Optional.empty());
        OrderUpdate fill = line.filled(2, Duration.ofSeconds(ahead));
        line.broker.orders.add(fill);

        line.time.runUntil(Line.NOON.plusSeconds(311));
        line.broker.stream().updated(fill);
        line.time.runUntil(Line.NOON.plusSeconds(400));

        assertThat(line.broker.opened).hasSize(1);
        assertThat(line.alerts).isEmpty();
    }

    @Test
    @DisplayName(
            "fault GAP-DURING-RECONNECT: what the books told at the connect is not the stream's to tell")
    void demandsNothingFromBeforeTheConnect() {
        line.ledger.commitIntent(Line.buy(), Optional.empty());
        line.broker.orders.add(line.filled(2, Duration.ofSeconds(30)));
        line.broker.stream().connected();
        line.time.runUntil(Line.NOON.plusSeconds(120));

        assertThat(line.broker.opened).hasSize(1);
    }

    @Test
    @DisplayName("A-34: the watch rests while the market is closed")
    void restsAtNight() {
        line.time.runUntil(Instant.parse("2026-11-19T21:00:30Z"));

        assertThat(line.time.nextDue()).contains(Instant.parse("2026-11-20T14:25:00Z"));
    }
}
