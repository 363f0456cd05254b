package io.opspipeline.exchange.market.generated;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/// Questions that tests ask of a market.
record Observed(Market market) {

    static final List<Ticker> TICKERS =
            DefaultListings.universe().stream().map(ListedStock::ticker).toList();

    Instant minute(int minute) {
        return market.session().open().plus(minute, ChronoUnit.MINUTES);
    }

    Instant close() {
        return market.session().close();
    }

    double spot(Ticker ticker, Instant at) {
        return market.stockQuote(ticker, at).orElseThrow().mid().doubleValue();
    }

    List<OccSymbol> symbols(Ticker ticker) {
        return market.options(ticker).stream().map(OptionListing::symbol).toList();
    }

    List<LocalDate> expiries(Ticker ticker) {
        return symbols(ticker).stream().map(OccSymbol::expiry).distinct().sorted().toList();
    }

    RawQuote quote(OccSymbol symbol, Instant at) {
        return market.optionQuote(symbol, at).orElseThrow();
    }

    /// For each expiry 14 to 30 days away, the contract of a right whose strike is nearest.
    List<OccSymbol> atTheMoney(Ticker ticker, Right right, Instant at) {
        double spot = spot(ticker, at);
        List<OccSymbol> candidates =
                symbols(ticker).stream().filter(each -> each.right() == right).toList();
        return expiries(ticker).stream()
                .filter(this::isMonthAway)
                .map(expiry ->
                        candidates.stream()
                                .filter(each -> each.expiry().equals(expiry))
                                .min(Comparator.comparingDouble(each -> distance(each, spot)))
                                .orElseThrow())
                .toList();
    }

    /// Contracts of a right 14 to 30 days from expiry with strikes within 5 % of the stock.
    List<OccSymbol> nearTheMoney(Ticker ticker, Right right, Instant at) {
        double spot = spot(ticker, at);
        return symbols(ticker).stream()
                .filter(each -> each.right() == right && isMonthAway(each.expiry()))
                .filter(each -> distance(each, spot) <= 0.05 * spot)
                .toList();
    }

    private boolean isMonthAway(LocalDate expiry) {
        long days = ChronoUnit.DAYS.between(market.session().date(), expiry);
        return days >= 14 && days <= 30;
    }

    private static double distance(OccSymbol symbol, double spot) {
        return Math.abs(symbol.strike().asDouble() - spot);
    }
}
