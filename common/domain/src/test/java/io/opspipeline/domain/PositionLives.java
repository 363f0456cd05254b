package io.opspipeline.domain;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Fill;
import io.opspipeline.domain.position.Position;
import io.opspipeline.domain.position.PositionMachine;
import io.opspipeline.domain.position.PositionOrigin;
import io.opspipeline.domain.position.PositionState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Every event that a position of two contracts can meet.
final class PositionLives {

    private static final int LONGEST = 4;
    private static final Instant AT = Instant.parse("2025-01-02T15:00:00Z");

    private PositionLives() {}

    static StateMatrix<Position, PositionState> matrix() {
        return new StateMatrix<>(PositionState.class, Position::state, events())
                .lived(opened(), LONGEST);
    }

    private static Map<String, Function<Position, Optional<Position>>> events() {
        Map<String, Function<Position, Optional<Position>>> events = new LinkedHashMap<>();
        events.put(
                "a buy fills",
                position -> Optional.of(PositionMachine.increased(position, fill(1))));
        events.put(
                "a sell fills, some is left",
                position ->
                        position.quantity() == 1
                                ? Optional.empty()
                                : Optional.of(PositionMachine.reduced(position, fill(1))));
        events.put(
                "a sell fills, nothing is left",
                position ->
                        Optional.of(
                                PositionMachine.reduced(
                                        position, fill(Math.max(1, position.quantity())))));
        events.put(
                "a sell fills more than is held",
                position ->
                        Optional.of(
                                PositionMachine.reduced(position, fill(position.quantity() + 1))));
        for (PositionState state : PositionState.values()) {
            events.put(
                    "marked " + state,
                    position -> Optional.of(PositionMachine.marked(position, state)));
        }
        for (PositionState state : PositionState.values()) {
            events.put(
                    "ended as " + state,
                    position -> Optional.of(PositionMachine.ended(position, state, AT)));
        }
        return events;
    }

    private static Position opened() {
        return PositionMachine.opened(
                new AccountId("large"),
                Instrument.ofSymbol("NVDA250117C00130000"),
                Strategy.SWING,
                PositionOrigin.DISPATCH,
                fill(2));
    }

    private static Fill fill(int quantity) {
        return new Fill(new ClientOrderId("c-1"), "f-1", quantity, Price.of("2.50"), AT);
    }
}
