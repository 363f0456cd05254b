package io.opspipeline.exchange.venue;

import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Fills spreads, all legs together or none. Called under the venue's lock.
///
/// @param quotes to fill against
/// @param faults may hold units back
/// @param ids names executions
/// @param events hears of them
record SpreadFilling(Quotes quotes, Faults faults, VenueIds ids, EventQueue events) {

    /// Fills what can be filled now.
    void fill(AccountBook book, WorkingSpread spread, Instant now) {
        SpreadMarket.of(spread.terms(), quotes, now)
                .ifPresentOrElse(
                        market -> fill(book, spread, market, now), spread.progress()::rests);
    }

    private void fill(AccountBook book, WorkingSpread spread, SpreadMarket market, Instant now) {
        Optional<List<Price>> prices = market.prices(spread);
        int units = prices.isEmpty() ? 0 : units(book, spread, market);
        if (units > 0) {
            fill(book, spread, market, prices.orElseThrow(), units, now);
        }
    }

    private int units(AccountBook book, WorkingSpread spread, SpreadMarket market) {
        List<LegTerms> legs = spread.terms().legs();
        int shown =
                IntStream.range(0, legs.size())
                        .map(i ->
                                book.liquidity()
                                                .left(
                                                        legs.get(i).instrument(),
                                                        legs.get(i).side(),
                                                        market.quotes().get(i))
                                        / legs.get(i).ratio())
                        .min()
                        .orElse(0);
        int wanted = Math.min(shown, spread.progress().remaining());
        return wanted == 0 ? 0 : Math.min(wanted, faults.mostUnits(spread.view()));
    }

    private void fill(
            AccountBook book,
            WorkingSpread spread,
            SpreadMarket market,
            List<Price> prices,
            int units,
            Instant now) {
        BigDecimal net = market.net(prices);
        spread.progress().fills(units, net, now);
        List<VenueFill> fills = new ArrayList<>();
        for (int leg = 0; leg < prices.size(); leg++) {
            fills.add(fill(book, spread, leg, units, prices.get(leg), market, now));
        }
        boolean isDone = spread.progress().remaining() == 0;
        events.add(
                new SpreadEvent(
                        book.nextEvent(),
                        isDone ? EventKind.FILL : EventKind.PARTIAL_FILL,
                        spread.view(),
                        units,
                        net,
                        fills,
                        now));
    }

    private VenueFill fill(
            AccountBook book,
            WorkingSpread spread,
            int number,
            int units,
            Price price,
            SpreadMarket market,
            Instant now) {
        LegTerms leg = spread.terms().legs().get(number);
        OrderProgress progress = spread.legs().get(number);
        Side side = leg.side();
        int quantity = leg.ratio() * units;
        VenueFill fill =
                new VenueFill(
                        ids.execution(spread.account(), leg.clientOrderId(), progress.fills() + 1),
                        leg.id(),
                        leg.clientOrderId(),
                        spread.account(),
                        leg.instrument(),
                        side,
                        quantity,
                        price,
                        market.quotes().get(number),
                        book.fees(leg.instrument(), side, quantity, price),
                        book.held(leg.instrument()) + leg.signed(units),
                        now);
        book.liquidity().take(leg.instrument(), side, quantity);
        progress.fills(quantity, price.perShare(), now);
        book.book(fill, progress);
        return fill;
    }
}
