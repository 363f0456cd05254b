package io.opspipeline.domain.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.Fill;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// The life of a position as total functions over fills and ends.
public final class PositionMachine {

    private PositionMachine() {}

    /// A position from its first buying fill.
    public static Position opened(
            AccountId account,
            Instrument instrument,
            Strategy strategy,
            PositionOrigin origin,
            Fill fill) {
        return new Position(
                account,
                instrument,
                strategy,
                origin,
                PositionState.OPEN,
                fill.quantity(),
                fill.quantity(),
                value(fill.price(), fill.quantity()),
                0,
                BigDecimal.ZERO,
                fill.at(),
                Optional.empty());
    }

    /// A further buying fill.
    ///
    /// @throws IllegalStateException when the position has ended: a new one must be opened
    public static Position increased(Position position, Fill fill) {
        requireHeld(position, fill);
        return new Position(
                position.account(),
                position.instrument(),
                position.strategy(),
                position.origin(),
                position.state(),
                position.quantity() + fill.quantity(),
                position.boughtQuantity() + fill.quantity(),
                position.boughtValue().add(value(fill.price(), fill.quantity())),
                position.soldQuantity(),
                position.soldValue(),
                position.openedAt(),
                Optional.empty());
    }

    /// A selling fill; ends the position when nothing is left.
    ///
    /// @throws IllegalStateException when more is sold than held: the books disagree
    public static Position reduced(Position position, Fill fill) {
        requireHeld(position, fill);
        int left = position.quantity() - fill.quantity();
        if (left < 0) {
            throw new IllegalStateException(
                    "fill %s sells %d of %s, held %d"
                            .formatted(
                                    fill.fillId(),
                                    fill.quantity(),
                                    position.instrument().symbol(),
                                    position.quantity()));
        }
        return new Position(
                position.account(),
                position.instrument(),
                position.strategy(),
                position.origin(),
                left == 0 ? PositionState.CLOSED : position.state(),
                left,
                position.boughtQuantity(),
                position.boughtValue(),
                position.soldQuantity() + fill.quantity(),
                position.soldValue().add(value(fill.price(), fill.quantity())),
                position.openedAt(),
                left == 0 ? Optional.of(fill.at()) : Optional.empty());
    }

    /// The same position in another held state.
    public static Position marked(Position position, PositionState state) {
        if (position.state().isEnded() || state.isEnded()) {
            return position;
        }
        return withState(position, state, Optional.empty());
    }

    /// Ends a held position without a fill of ours. CLOSED is not such an end: only a fill closes.
    public static Position ended(Position position, PositionState end, Instant at) {
        if (position.state().isEnded() || !end.isEnded() || end == PositionState.CLOSED) {
            return position;
        }
        return withState(position, end, Optional.of(at));
    }

    private static Position withState(
            Position position, PositionState state, Optional<Instant> at) {
        return new Position(
                position.account(),
                position.instrument(),
                position.strategy(),
                position.origin(),
                state,
                state.isEnded() ? 0 : position.quantity(),
                position.boughtQuantity(),
                position.boughtValue(),
                position.soldQuantity(),
                position.soldValue(),
                position.openedAt(),
                at);
    }

    private static void requireHeld(Position position, Fill fill) {
        if (position.state().isEnded()) {
            throw new IllegalStateException(
                    "fill %s meets %s, which ended as %s"
                            .formatted(
                                    fill.fillId(),
                                    position.instrument().symbol(),
                                    position.state()));
        }
    }

    private static BigDecimal value(Price price, int quantity) {
        return price.perShare().multiply(BigDecimal.valueOf(quantity));
    }
}
