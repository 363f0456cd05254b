package io.opspipeline.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.market.generated.GeneratedMarket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GeneratedDayTest {

    private static final Ticker NVDA = new Ticker("NVDA");

    @Test
    @DisplayName("A-127: the same seed and the same orders give the same day")
    void sameSeedSameDay() {
        assertThat(day(3)).isEqualTo(day(3));
        assertThat(day(3).fills()).isNotEqualTo(day(4).fills());
    }

    @Test
    void roundTripsCostTheSpreadAndTheFees() {
        Books.AccountBooks books = day(3);
        assertThat(books.fills()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(books.spreadCost()).isGreaterThan(Money.ZERO);
        assertThat(books.expectedCash()).isEqualTo(books.account().cash());
        assertThat(books.positions()).isEmpty();
        Money gain = books.account().equity().minus(books.account().openingCash());
        assertThat(gain.plus(books.fees()).plus(books.spreadCost())).isEqualTo(gainAtMid(books));
    }

    /// Buys one contract at the ask every half hour and sells it at the bid a quarter later.
    private static Books.AccountBooks day(long seed) {
        Market market = GeneratedMarket.active(seed);
        Instant open = market.session().open();
        Venue venue =
                Venue.open(market, List.of(Trader.opening(Trader.ACCOUNT, "100000", 2)), open);
        OccSymbol contract = nearestCall(market, open);
        for (int i = 1; i <= 12; i++) {
            trade(venue, "in" + i, Side.BUY, contract, open.plusSeconds(1_800L * i));
            trade(venue, "out" + i, Side.SELL, contract, open.plusSeconds(1_800L * i + 900));
        }
        venue.advanceTo(market.session().close());
        return venue.books().accounts().getFirst();
    }

    private static void trade(Venue venue, String id, Side side, OccSymbol contract, Instant at) {
        venue.advanceTo(at);
        RawQuote quote = venue.market().optionQuote(contract, at).orElseThrow();
        venue.submit(
                Trader.ACCOUNT,
                new OrderSubmission(
                        Optional.of(id),
                        contract.toString(),
                        side,
                        BigDecimal.ONE,
                        OrderType.LIMIT,
                        Optional.of(side == Side.BUY ? quote.ask() : quote.bid()),
                        Optional.empty()));
    }

    private static OccSymbol nearestCall(Market market, Instant at) {
        BigDecimal spot = market.stockQuote(NVDA, at).orElseThrow().mid();
        return market.options(NVDA).stream()
                .map(OptionListing::symbol)
                .filter(symbol -> symbol.right().direction() > 0)
                .filter(symbol -> symbol.expiry().isAfter(market.session().date().plusDays(7)))
                .min(
                        Comparator.<OccSymbol, BigDecimal>comparing(
                                        symbol -> symbol.strike().perShare().subtract(spot).abs())
                                .thenComparing(OccSymbol::expiry))
                .orElseThrow();
    }

    private static Money gainAtMid(Books.AccountBooks books) {
        return books.fills().stream()
                .map(fill -> {
                    Money value = fill.instrument().value(fill.mid(), fill.quantity());
                    return fill.side() == Side.BUY ? value.negated() : value;
                })
                .reduce(Money.ZERO, Money::plus);
    }
}
