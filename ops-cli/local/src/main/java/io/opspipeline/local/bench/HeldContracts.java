package io.opspipeline.local.bench;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.venue.OrderSubmission;
import io.opspipeline.exchange.venue.PositionIntent;
import io.opspipeline.exchange.venue.SubmitAnswer;
import io.opspipeline.exchange.venue.Venue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Contracts that are worth holding, one a stock, bought past the system: it then finds and adopts
/// them, as it does whatever it did not buy itself.
final class HeldContracts {

    private static final BigDecimal LEAST_BID = new BigDecimal("1.50");
    private static final BigDecimal WIDEST = new BigDecimal("0.04");

    private final Venue venue;
    private final Market market;

    HeldContracts(Venue venue) {
        this.venue = venue;
        this.market = venue.market();
    }

    /// The calls nearest to the money that expire in two to four weeks.
    ///
    /// @throws IllegalStateException when the market has too few
    List<OccSymbol> choose(int count) {
        List<OccSymbol> chosen = new ArrayList<>();
        for (Ticker ticker : market.tickers()) {
            if (chosen.size() < count) {
                nearest(ticker).ifPresent(chosen::add);
            }
        }
        if (chosen.size() < count) {
            throw new IllegalStateException("only " + chosen.size() + " contracts can be held");
        }
        return chosen;
    }

    /// Buys one at the ask.
    void buy(OccSymbol contract, String clientOrderId) {
        RawQuote quote = quote(contract);
        SubmitAnswer answer =
                venue.submit(
                        MeasuredAccount.ID,
                        new OrderSubmission(
                                Optional.of(clientOrderId),
                                contract.toString(),
                                Side.BUY,
                                BigDecimal.ONE,
                                OrderType.LIMIT,
                                Optional.of(quote.ask()),
                                Optional.of(PositionIntent.BUY_TO_OPEN)));
        if (answer instanceof SubmitAnswer.Refused(var refusal)) {
            throw new IllegalStateException(contract + " was not bought: " + refusal);
        }
    }

    /// The market's quote now.
    RawQuote quote(OccSymbol contract) {
        return market.optionQuote(contract, venue.now()).orElseThrow();
    }

    private Optional<OccSymbol> nearest(Ticker ticker) {
        Instant now = venue.now();
        LocalDate today = NewYork.dateOf(now);
        BigDecimal spot = market.stockQuote(ticker, now).orElseThrow().mid();
        return market.options(ticker).stream()
                .map(OptionListing::symbol)
                .filter(contract -> contract.right() == Right.CALL)
                .filter(contract -> contract.expiry().isAfter(today.plusDays(14)))
                .filter(contract -> contract.expiry().isBefore(today.plusDays(30)))
                .filter(contract ->
                        market.optionQuote(contract, now).filter(HeldContracts::isGood).isPresent())
                .min(
                        Comparator.comparing(
                                contract -> contract.strike().perShare().subtract(spot).abs()));
    }

    private static boolean isGood(RawQuote quote) {
        return quote.bid().compareTo(LEAST_BID) >= 0
                && quote.ask().subtract(quote.bid()).compareTo(quote.mid().multiply(WIDEST)) <= 0;
    }
}
