package io.opspipeline.positionmanager.rules;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.HeldPosition;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/// The exits that a price fires, each with its figures. A condition on the mark needs two
/// sightings; the underlying speaks through closed bars, of which one is enough.
final class PriceExits {

    private final ExitLimits limits;

    PriceExits(ExitLimits limits) {
        this.limits = limits;
    }

    Optional<String> stopLoss(ExitInputs in) {
        Price stop = in.held().stop();
        return mark(in, bid -> !bid.isAbove(stop), "<= stop " + stop).or(() -> modelStop(in));
    }

    Optional<String> takeProfit(ExitInputs in) {
        Price target = in.held().target();
        return mark(in, bid -> !bid.isBelow(target), ">= target " + target);
    }

    Optional<String> underlyingStop(ExitInputs in) {
        return gain(in).filter(gain -> gain.compareTo(limits.underlyingMove().negate()) <= 0)
                .map(gain -> "underlying " + gain + " against");
    }

    Optional<String> underlyingTarget(ExitInputs in) {
        return gain(in).filter(gain -> gain.compareTo(limits.underlyingMove()) >= 0)
                .flatMap(gain ->
                        mark(
                                in,
                                bid -> bid.isAbove(in.entry()),
                                "> entry and underlying " + gain + " in favour"));
    }

    Optional<String> trailingStop(ExitInputs in) {
        Price arm = in.entry().times(limits.trailingArm());
        return in.held()
                .peak()
                .filter(peak -> !peak.isBelow(arm))
                .flatMap(peak -> {
                    Price trail = peak.times(limits.trailingShare());
                    return mark(
                            in,
                            bid -> !bid.isAbove(trail),
                            "<= trail %s of peak %s".formatted(trail, peak));
                });
    }

    Optional<String> partial(ExitInputs in) {
        HeldPosition held = in.held();
        if (held.partialTaken() || held.position().quantity() < 2) {
            return Optional.empty();
        }
        Price level = in.entry().times(limits.partialGain());
        return mark(in, bid -> !bid.isBelow(level), ">= partial " + level);
    }

    /// The stop while no quote can be believed.
    private Optional<String> modelStop(ExitInputs in) {
        Price stop =
                in.held().position().instrument() instanceof Instrument.Stock
                        ? in.held().stop()
                        : in.entry().times(limits.modelStop());
        return in.model()
                .filter(price -> isCalm(in) && !price.isAbove(stop))
                .map(price ->
                        "no usable quote since %s, model price %s <= %s"
                                .formatted(in.marks().blindSince().orElse(in.asOf()), price, stop));
    }

    private Optional<String> mark(ExitInputs in, Predicate<Price> condition, String figures) {
        return in.marks()
                .newest()
                .filter(_ -> isCalm(in) && in.marks().confirm(condition))
                .map(mark -> "mark %s %s".formatted(mark.bid(), figures));
    }

    /// How far the underlying moved in the position's favour since the entry, as a share.
    private Optional<BigDecimal> gain(ExitInputs in) {
        return switch (in.held().position().instrument()) {
            case Instrument.Stock _ -> Optional.empty();
            case Instrument.Option option ->
                    in.held()
                            .underlyingAtEntry()
                            .filter(_ -> isCalm(in))
                            .flatMap(entry ->
                                    in.underlying()
                                            .map(now -> now.dividedBy(entry))
                                            .map(ratio -> ratio.subtract(BigDecimal.ONE))
                                            .map(move -> towards(option, move)));
        };
    }

    private static BigDecimal towards(Instrument.Option option, BigDecimal move) {
        return move.multiply(BigDecimal.valueOf(option.contract().right().direction()));
    }

    private boolean isCalm(ExitInputs in) {
        return !in.asOf().isBefore(in.session().open().plus(limits.afterOpen()));
    }
}
