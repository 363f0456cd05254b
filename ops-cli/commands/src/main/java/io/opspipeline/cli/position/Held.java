package io.opspipeline.cli.position;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is held at a moment of market time. Prices are dollars per share, instants UTC.
///
/// @param asOf market time; empty before the first sign of life
/// @param positions by account and symbol
/// @param orders that are at work, oldest first
public record Held(Optional<Instant> asOf, List<HeldLine> positions, List<WorkingOrder> orders) {

    /// True when nothing is held and no order works.
    public boolean holdsNothing() {
        return positions.isEmpty() && orders.isEmpty();
    }

    /// One position.
    ///
    /// @param mark what it could be sold for when it was last looked at
    /// @param markAgeSeconds how long ago that was
    /// @param profit dollars before fees, at the mark
    /// @param profitPercent of what was paid
    /// @param peak the highest mark
    /// @param nearestExit the exit rule that is nearest, with its level or time
    public record HeldLine(
            String account,
            String ticker,
            String symbol,
            int quantity,
            BigDecimal entry,
            Optional<BigDecimal> mark,
            Optional<Long> markAgeSeconds,
            Optional<BigDecimal> profit,
            Optional<BigDecimal> profitPercent,
            BigDecimal stop,
            BigDecimal target,
            Optional<BigDecimal> peak,
            String state,
            String nearestExit,
            Instant openedAt) {}

    /// An order at work.
    public record WorkingOrder(
            Instant at,
            String account,
            String clientOrderId,
            String side,
            String symbol,
            int quantity,
            int filled,
            Optional<BigDecimal> limit,
            String state,
            Optional<String> exitRule) {}
}
