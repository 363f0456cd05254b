package io.opspipeline.reliability.chaos;

import io.opspipeline.domain.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a chaotic day came to.
///
/// @param length how long processes were killed, real time
/// @param strokes every kill
/// @param orders orders that the exchange took
/// @param fills how often some of them were filled
/// @param doubled entries whose orders could together have bought more than was wanted, even for a
///   moment
/// @param positionDifference contracts by which the positions differ from the broker's, all added
/// @param cashDifference dollars by which the cash that our fills make differs from the broker's
/// @param broken what else did not hold at the end, one line each
public record ChaosResult(
        Duration length,
        List<Stroke> strokes,
        int orders,
        int fills,
        List<String> doubled,
        int positionDifference,
        Money cashDifference,
        List<String> broken) {

    /// A shorter run is a trial; how often it kills says nothing.
    private static final Duration WHOLE_RUN = Duration.ofMinutes(15);

    private static final Duration RECONCILED_WITHIN = Duration.ofSeconds(5);

    /// True when the books are those of the broker, to the contract and to the cent.
    boolean isWhole() {
        return positionDifference == 0 && cashDifference.amount().signum() == 0 && broken.isEmpty();
    }

    /// Everything that should not be, one line each.
    public List<String> failings() {
        List<String> failings = new ArrayList<>();
        if (length.compareTo(WHOLE_RUN) >= 0) {
            failings.addAll(tooFewKills());
        }
        strokes.stream()
                .filter(stroke -> stroke.reconciled().compareTo(RECONCILED_WITHIN) > 0)
                .map(ChaosResult::late)
                .forEach(failings::add);
        doubled.forEach(entry -> failings.add(entry + " could have bought more than was wanted"));
        if (positionDifference != 0) {
            failings.add("positions differ by %d contracts".formatted(positionDifference));
        }
        if (cashDifference.amount().signum() != 0) {
            failings.add("cash differs by " + cashDifference.amount().toPlainString());
        }
        failings.addAll(broken);
        return List.copyOf(failings);
    }

    private List<String> tooFewKills() {
        List<String> few = new ArrayList<>();
        for (Victim victim : Victim.values()) {
            long kills = strokes.stream().filter(stroke -> stroke.victim() == victim).count();
            if (kills < victim.leastKills()) {
                few.add(
                        "%s was killed %d times, not %d"
                                .formatted(victim.label(), kills, victim.leastKills()));
            }
        }
        return few;
    }

    private static String late(Stroke stroke) {
        return "the books agreed %.3f s after %s was ready, not within %d s"
                .formatted(
                        stroke.reconciled().toMillis() / 1000.0,
                        stroke.victim().label(),
                        RECONCILED_WITHIN.toSeconds());
    }
}
