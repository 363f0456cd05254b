package io.opspipeline.domain.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Fill;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PositionMachineTest {

    private static final Instant OPENED = Instant.parse("2025-01-02T15:00:00Z");
    private static final Instant ENDED = Instant.parse("2025-01-03T15:00:00Z");

    @Test
    @DisplayName("A-84: a second fill increases the position, at the average price")
    void averagesItsBuys() {
        var position = PositionMachine.increased(opened(2, "2.00"), fill(2, "2.50", ENDED));

        assertThat(position.quantity()).isEqualTo(4);
        assertThat(position.entryPrice()).isEqualTo(Price.of("2.25"));
        assertThat(position.openedAt()).isEqualTo(OPENED);
    }

    @Test
    @DisplayName("A-94: incident 39: it closes on the fill, and earns what the fills say")
    void closesOnTheLastSellingFill() {
        var half = PositionMachine.reduced(opened(4, "2.00"), fill(2, "2.60", ENDED));
        var closed = PositionMachine.reduced(half, fill(2, "1.80", ENDED));

        assertThat(half.state()).isEqualTo(PositionState.OPEN);
        assertThat(half.realised()).isEqualTo(Money.of("120.00"));
        assertThat(closed.state()).isEqualTo(PositionState.CLOSED);
        assertThat(closed.exitPrice()).contains(Price.of("2.20"));
        assertThat(closed.realised()).isEqualTo(Money.of("80.00"));
        assertThat(closed.endedAt()).contains(ENDED);
    }

    @Test
    @DisplayName("A-96: it cannot sell more than it holds")
    void refusesToSellMoreThanHeld() {
        assertThatThrownBy(() -> PositionMachine.reduced(opened(1, "2.00"), fill(2, "2.00", ENDED)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sells 2")
                .hasMessageContaining("held 1");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OPEN", "CLOSING"})
    @DisplayName("A-96: an ended position takes no further fill")
    void refusesFillsAfterTheEnd(PositionState end) {
        var ended = in(end);

        assertThatThrownBy(() -> PositionMachine.increased(ended, fill(1, "2.00", ENDED)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(end.name());
        assertThatThrownBy(() -> PositionMachine.reduced(ended, fill(1, "2.00", ENDED)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(end.name());
    }

    static Stream<Arguments> everyPair() {
        return Stream.of(PositionState.values())
                .flatMap(from ->
                        Stream.of(PositionState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    @DisplayName("A-56: an end is final, and a mark never ends")
    void marksOnlyWhatIsHeld(PositionState from, PositionState to) {
        var after = PositionMachine.marked(in(from), to);

        assertThat(after.state()).isEqualTo(from.isEnded() || to.isEnded() ? from : to);
        assertConsistent(after);
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    @DisplayName("A-99: it ends without a fill in four ways, once")
    void endsOnlyOnce(PositionState from, PositionState to) {
        var ends = !from.isEnded() && to.isEnded() && to != PositionState.CLOSED;
        var after = PositionMachine.ended(in(from), to, ENDED);

        assertThat(after.state()).isEqualTo(ends ? to : from);
        assertConsistent(after);
    }

    private static void assertConsistent(Position position) {
        assertThat(position.endedAt().isPresent()).isEqualTo(position.state().isEnded());
        assertThat(position.quantity() == 0).isEqualTo(position.state().isEnded());
        if (position.state() == PositionState.CLOSED || !position.state().isEnded()) {
            assertThat(position.quantity())
                    .isEqualTo(position.boughtQuantity() - position.soldQuantity());
        }
    }

    private static Position in(PositionState state) {
        var open = opened(2, "2.00");
        return switch (state) {
            case OPEN, CLOSING -> PositionMachine.marked(open, state);
            case CLOSED -> PositionMachine.reduced(open, fill(2, "2.00", ENDED));
            case EXPIRED, ASSIGNED, EXERCISED, RECONCILED ->
                    PositionMachine.ended(open, state, ENDED);
        };
    }

    private static Position opened(int quantity, String price) {
        return PositionMachine.opened(
                new AccountId("large"),
                Instrument.ofSymbol("NVDA250117P00130000"),
                Strategy.SWING,
                PositionOrigin.DISPATCH,
                fill(quantity, price, OPENED));
    }

    private static Fill fill(int quantity, String price, Instant at) {
        return new Fill(new ClientOrderId("c-1"), "f-1", quantity, Price.of(price), at);
    }
}
