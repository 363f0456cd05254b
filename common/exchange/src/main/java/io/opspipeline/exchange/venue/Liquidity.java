package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.order.Side;
import java.util.HashMap;
import java.util.Map;

/// What an account has taken of the sizes shown in the present step. Kept for each account: were it
/// shared, which of two accounts gets the last contract would depend on which thread came first,
/// and the same seed would no longer give the same day. Two accounts together can so take more than
/// is shown; each alone cannot.
final class Liquidity {

    private final Map<Place, Integer> taken = new HashMap<>();

    private record Place(Instrument instrument, Side side) {}

    /// A new step: all sizes are there again.
    void renew() {
        taken.clear();
    }

    /// What is left at the touch for this account.
    int left(Instrument instrument, Side side, Quote quote) {
        int shown = Matching.size(side, quote);
        return Math.max(0, shown - taken.getOrDefault(new Place(instrument, side), 0));
    }

    void take(Instrument instrument, Side side, int quantity) {
        taken.merge(new Place(instrument, side), quantity, Integer::sum);
    }
}
