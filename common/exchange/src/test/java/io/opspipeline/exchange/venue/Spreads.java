package io.opspipeline.exchange.venue;

import io.opspipeline.domain.order.OrderType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Spreads as a client would send them.
final class Spreads {

    private Spreads() {}

    /// Each leg is such as `+1 SYMBOL` to buy or `-2 SYMBOL` to sell, to open, or with an `x` at
    /// its end to close.
    static SpreadSubmission limit(String id, int units, String net, String... legs) {
        return new SpreadSubmission(
                Optional.of(id),
                legs(legs),
                BigDecimal.valueOf(units),
                OrderType.LIMIT,
                Optional.of(new BigDecimal(net)));
    }

    static SpreadSubmission market(String id, int units, String... legs) {
        return new SpreadSubmission(
                Optional.of(id),
                legs(legs),
                BigDecimal.valueOf(units),
                OrderType.MARKET,
                Optional.empty());
    }

    private static List<SpreadSubmission.Leg> legs(String... legs) {
        return Stream.of(legs).map(Spreads::leg).toList();
    }

    private static SpreadSubmission.Leg leg(String text) {
        String[] parts = text.split(" ", -1);
        BigDecimal signed = new BigDecimal(parts[0]);
        boolean closes = parts.length > 2;
        return new SpreadSubmission.Leg(
                parts[1],
                signed.abs(),
                Optional.empty(),
                Optional.of(
                        signed.signum() > 0
                                ? (closes
                                        ? PositionIntent.BUY_TO_CLOSE
                                        : PositionIntent.BUY_TO_OPEN)
                                : (closes
                                        ? PositionIntent.SELL_TO_CLOSE
                                        : PositionIntent.SELL_TO_OPEN)));
    }
}
