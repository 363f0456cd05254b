package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.market.Market;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The broker sells what the account could not exercise: from a while before the close of their
/// expiry session on, longs in the money go at the market, and open sales of them are cancelled
/// first. A long that covers a short stays; so does one that shall not be exercised. Called under
/// the venue's lock.
final class SellOut {

    private final Market market;
    private final Quotes quotes;
    private final Expiries expiries;
    private final VenueIds ids;
    private final Desk desk;
    private final Set<String> orders = new HashSet<>();

    SellOut(Market market, VenueSettings settings, Desk desk) {
        this.market = market;
        this.quotes = new Quotes(market);
        this.expiries = settings.expiry();
        this.ids = new VenueIds(settings.seed());
        this.desk = desk;
    }

    /// Does what is due in a step before the close.
    void step(AccountBook book, Instant now) {
        if (!isDue(now)) {
            return;
        }
        for (Holding holding : List.copyOf(book.holdings().all())) {
            if (holding.instrument() instanceof Instrument.Option(var contract)
                    && contract.expiry().equals(market.session().date())
                    && isSold(book, contract, now)) {
                sell(book, contract, now);
            }
        }
    }

    private boolean isDue(Instant now) {
        return expiries.sellOut()
                .filter(before -> !now.isBefore(market.session().close().minus(before)))
                .isPresent();
    }

    private boolean isSold(AccountBook book, OccSymbol contract, Instant now) {
        int held = held(book, contract);
        return held > 0
                && !book.unexercised().contains(contract)
                && isInTheMoney(contract, now)
                && ExerciseDesk.means(book, new Delivery(id(book), contract, -held, now))
                        .isPresent()
                && book.margin(Optional.of(Resting.sell(contract, held))).isCovered();
    }

    private boolean isInTheMoney(OccSymbol contract, Instant now) {
        return spot(contract.underlying(), now)
                .filter(spot -> Payoff.intrinsic(contract, spot).signum() > 0)
                .isPresent();
    }

    /// The mid now; while the stock is not quoted, as in a halt, the last bar's close.
    private Optional<Price> spot(Ticker ticker, Instant now) {
        Optional<Price> mid = quotes.at(new Instrument.Stock(ticker), now).map(Quote::mid);
        if (mid.isPresent()) {
            return mid;
        }
        List<Bar> bars = market.bars(ticker, market.session().open(), now.minus(Bar.LENGTH));
        return bars.isEmpty() ? Optional.empty() : Optional.of(bars.getLast().close());
    }

    private void sell(AccountBook book, OccSymbol contract, Instant now) {
        Instrument instrument = new Instrument.Option(contract);
        List<WorkingOrder> open = book.orders().open(Side.SELL, instrument).toList();
        if (open.stream().anyMatch(order -> orders.contains(order.id()))) {
            return;
        }
        open.forEach(order -> desk.cancel(book, order, now));
        if (book.offered(instrument) == 0) {
            OrderTerms terms = terms(book, instrument);
            orders.add(terms.id());
            desk.take(book, terms, now);
        }
    }

    private OrderTerms terms(AccountBook book, Instrument instrument) {
        String clientOrderId = ids.clientOrder(id(book), book.orders().count() + 1);
        return new OrderTerms(
                ids.order(id(book), clientOrderId),
                clientOrderId,
                id(book),
                instrument,
                Side.SELL,
                PositionIntent.SELL_TO_CLOSE,
                book.held(instrument),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static int held(AccountBook book, OccSymbol contract) {
        return book.held(new Instrument.Option(contract));
    }

    private static AccountId id(AccountBook book) {
        return book.opening().id();
    }
}
