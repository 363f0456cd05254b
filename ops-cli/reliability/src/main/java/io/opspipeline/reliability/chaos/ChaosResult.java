package io.opspipeline.reliability.chaos;

import io.opspipeline.domain.money.Money;
import java.util.List;

/// What a chaotic day came to.
///
/// @param strokes every kill
/// @param orders orders that the exchange took
/// @param fills how often some of them were filled
/// @param duplicates client order ids that the exchange has twice
/// @param positionDifference contracts by which the positions differ from the broker's, all added
/// @param cashDifference dollars by which the cash that our fills make differs from the broker's
/// @param broken what else did not hold at the end, one line each
public record ChaosResult(
        List<Stroke> strokes,
        int orders,
        int fills,
        int duplicates,
        int positionDifference,
        Money cashDifference,
        List<String> broken) {

    /// True when the books are those of the broker, to the contract and to the cent.
    public boolean isWhole() {
        return duplicates == 0
                && positionDifference == 0
                && cashDifference.amount().signum() == 0
                && broken.isEmpty();
    }
}
