package io.opspipeline.exchange.venue;

import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the market shows for the legs of a spread, and at what prices it fills: at the executable
/// side of every leg, never nearer to the mid.
///
/// @param legs of the spread
/// @param quotes of the legs, in their order
record SpreadMarket(List<LegTerms> legs, List<Quote> quotes) {

    private static final int SCALE = 6;

    /// The market of a spread; empty when a leg has no valid quote.
    static Optional<SpreadMarket> of(SpreadTerms terms, Quotes quotes, Instant now) {
        return of(terms.legs(), quotes, now);
    }

    /// The market of some legs; empty when one has no valid quote.
    static Optional<SpreadMarket> of(List<LegTerms> legs, Quotes quotes, Instant now) {
        List<Quote> found =
                legs.stream().flatMap(leg -> quotes.at(leg.instrument(), now).stream()).toList();
        return found.size() == legs.size()
                ? Optional.of(new SpreadMarket(legs, found))
                : Optional.empty();
    }

    /// The prices of the legs when a spread can fill. One that has reached the touches at every
    /// step since it came fills at the touches. One that has waited fills at its own limit, as a
    /// waiting order in one instrument does: what the touches are better than the limit is put on
    /// one leg.
    Optional<List<Price>> prices(WorkingSpread spread) {
        Optional<List<Price>> touches = touches();
        if (touches.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal better = spread.terms().worst().subtract(net(touches.get()));
        if (better.signum() < 0) {
            spread.progress().rests();
            return Optional.empty();
        }
        return spread.progress().isTaking()
                ? touches
                : touches.map(prices -> worsened(prices, better));
    }

    /// The touch of every leg; empty when nobody is at one.
    Optional<List<Price>> touches() {
        List<Price> found =
                IntStream.range(0, legs.size())
                        .mapToObj(leg -> Matching.touch(legs.get(leg).side(), quotes.get(leg)))
                        .flatMap(Optional::stream)
                        .toList();
        return found.size() == legs.size() ? Optional.of(found) : Optional.empty();
    }

    /// The net price of a unit, positive when the account pays.
    BigDecimal net(List<Price> prices) {
        return IntStream.range(0, legs.size())
                .mapToObj(leg -> legs.get(leg).share(prices.get(leg).perShare()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// The sum of what is paid and what is received for a unit.
    BigDecimal gross(List<Price> prices) {
        return IntStream.range(0, legs.size())
                .mapToObj(leg -> legs.get(leg).share(prices.get(leg).perShare()).abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Price> worsened(List<Price> touches, BigDecimal better) {
        int leg = worseLeg(touches);
        BigDecimal perShare =
                better.divide(
                        BigDecimal.valueOf(legs.get(leg).signed(1)), SCALE, RoundingMode.DOWN);
        List<Price> prices = new ArrayList<>(touches);
        prices.set(leg, new Price(touches.get(leg).perShare().add(perShare).max(BigDecimal.ZERO)));
        return prices;
    }

    // A buy can always cost more; with sells alone the dearest has the most to give.
    private int worseLeg(List<Price> touches) {
        return IntStream.range(0, legs.size())
                .boxed()
                .min(
                        Comparator.comparing((Integer leg) -> legs.get(leg).side() == Side.SELL)
                                .thenComparing(
                                        leg -> legs.get(leg).share(touches.get(leg).perShare())))
                .orElseThrow();
    }
}
