package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.RefusalReason.INVALID_LEGS;
import static io.opspipeline.exchange.venue.RefusalReason.INVALID_PRICE;
import static io.opspipeline.exchange.venue.RefusalReason.INVALID_QUANTITY;

import io.opspipeline.domain.instrument.OccSymbol;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Whether a spread is well formed.
final class SpreadForm {

    private static final int FEWEST_LEGS = 2;
    private static final int MOST_LEGS = 4;
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);
    private static final BigDecimal MOST_RATIO = BigDecimal.valueOf(1_000);
    private static final int CENTS = 2;

    private SpreadForm() {}

    /// Two to four legs.
    static Optional<Refusal> count(SpreadEntry entry) {
        int count = entry.submission().legs().size();
        return count >= FEWEST_LEGS && count <= MOST_LEGS
                ? Optional.empty()
                : Optional.of(
                        INVALID_LEGS.says("mleg orders must have 2 to 4 legs, were " + count));
    }

    /// Every leg says what it does to the position, on the side it is on.
    static Optional<Refusal> intents(SpreadEntry entry) {
        List<SpreadSubmission.Leg> legs = entry.submission().legs();
        for (int number = 0; number < legs.size(); number++) {
            SpreadSubmission.Leg leg = legs.get(number);
            if (leg.intent().isEmpty()) {
                return Optional.of(
                        INVALID_LEGS.says("leg.%d position intent is required".formatted(number)));
            }
            if (leg.side().filter(side -> side != leg.intent().get().side()).isPresent()) {
                return Optional.of(
                        INVALID_LEGS.says(
                                "leg.%d side does not fit its position intent".formatted(number)));
            }
        }
        return Optional.empty();
    }

    /// Whole units, above zero, and not beyond all measure.
    static Optional<Refusal> quantity(SpreadEntry entry) {
        BigDecimal quantity = entry.submission().quantity();
        if (quantity.signum() <= 0) {
            return Optional.of(INVALID_QUANTITY.says("qty must be > 0"));
        }
        if (quantity.compareTo(MOST) > 0) {
            return Optional.of(INVALID_QUANTITY.says("options order qty must be <= " + MOST));
        }
        return isWhole(quantity)
                ? Optional.empty()
                : Optional.of(INVALID_QUANTITY.says("qty must be integer for options trading"));
    }

    /// Whole ratios without a common divisor.
    static Optional<Refusal> ratios(SpreadEntry entry) {
        List<BigDecimal> ratios =
                entry.submission().legs().stream().map(SpreadSubmission.Leg::ratio).toList();
        if (!ratios.stream().allMatch(SpreadForm::isRatio)) {
            return Optional.of(INVALID_LEGS.says("leg ratio_qty must be a whole number above 0"));
        }
        BigInteger divisor =
                ratios.stream()
                        .map(BigDecimal::toBigIntegerExact)
                        .reduce(BigInteger.ZERO, BigInteger::gcd);
        return divisor.equals(BigInteger.ONE)
                ? Optional.empty()
                : Optional.of(INVALID_LEGS.says("leg ratio quantities should be relatively prime"));
    }

    /// Option contracts of one underlying, each once.
    static Optional<Refusal> contracts(SpreadEntry entry) {
        List<OccSymbol> contracts = entry.contracts();
        if (contracts.size() < entry.submission().legs().size()) {
            return Optional.of(
                    INVALID_LEGS.says(
                            "equity legs are allowed only with a corresponding amount of call contracts"));
        }
        if (new HashSet<>(contracts).size() < contracts.size()) {
            return Optional.of(INVALID_LEGS.says("rolling contracts ambiguity"));
        }
        String underlying = contracts.getFirst().root();
        return contracts.stream()
                .map(OccSymbol::root)
                .filter(root -> !root.equals(underlying))
                .findFirst()
                .map(root ->
                        INVALID_LEGS.says(
                                "underlying asset mismatch: %s != %s".formatted(underlying, root)));
    }

    /// A limit has a net price in cents, a market order has none. Any sign means something.
    static Optional<Refusal> price(SpreadEntry entry) {
        Optional<BigDecimal> limit = entry.submission().limitPrice();
        if (entry.isMarket()) {
            return limit.map(_ -> INVALID_PRICE.says("limit price is only valid for limit orders"));
        }
        if (limit.isEmpty()) {
            return Optional.of(INVALID_PRICE.says("limit price is required for limit orders"));
        }
        return limit.filter(price -> price.stripTrailingZeros().scale() > CENTS)
                .map(_ -> INVALID_PRICE.says("invalid limit price"));
    }

    private static boolean isRatio(BigDecimal ratio) {
        return ratio.signum() > 0 && ratio.compareTo(MOST_RATIO) <= 0 && isWhole(ratio);
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }
}
