package io.opspipeline.exchange.wire.prices;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.market.theory.FeedGreeks;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Makes the snapshot of a contract. There are no trades in it: the market tells none. Of its day
/// bars only day and volume mean something; all their prices are the mid of the last quote. As at
/// Alpaca, `dailyBar` is the last day *with* trades, which need not be today; and greeks and
/// volatility are there only for a contract that is bid and offered, whose stock is quoted, that
/// expires on a later day, and whose mid a volatility explains.
///
/// @param market what is traded
record OptionSnapshots(Market market) {

    private static final long SECONDS_PER_YEAR = Duration.ofDays(365).toSeconds();
    private static final int DECIMALS = 6;

    ObjectNode snapshot(OccSymbol contract, Instant now) {
        Optional<RawQuote> quote = market.optionQuote(contract, now);
        List<ObjectNode> days = quote.map(known -> days(contract, known, now)).orElse(List.of());
        JsonRow row = new JsonRow();
        quote.flatMap(known -> greeks(contract, known, now))
                .ifPresent(greeks ->
                        row.child("greeks", row(greeks))
                                .number("impliedVolatility", rounded(greeks.volatility())));
        return row.optional("latestQuote", quote.map(QuoteRow::option))
                .optional("dailyBar", days.stream().findFirst())
                .optional("prevDailyBar", days.stream().skip(1).findFirst())
                .node();
    }

    private Optional<FeedGreeks> greeks(OccSymbol contract, RawQuote quote, Instant now) {
        boolean isTwoSided = quote.bid().signum() > 0 && quote.ask().signum() > 0;
        if (!isTwoSided || !contract.expiry().isAfter(market.session().date())) {
            return Optional.empty();
        }
        double price = quote.mid().doubleValue();
        return market.stockQuote(contract.underlying(), now)
                .map(stock -> stock.mid().doubleValue())
                .filter(spot -> spot > 0)
                .flatMap(spot -> FeedGreeks.ofPrice(contract, price, spot, years(contract, now)));
    }

    /// Until the end of trading on the day of expiry.
    private static double years(OccSymbol contract, Instant now) {
        Instant end = NewYork.at(contract.expiry(), Session.CLOSE);
        return (double) Duration.between(now, end).toSeconds() / SECONDS_PER_YEAR;
    }

    private static ObjectNode row(FeedGreeks greeks) {
        return new JsonRow()
                .number("delta", rounded(greeks.delta()))
                .number("gamma", rounded(greeks.gamma()))
                .number("rho", rounded(greeks.rho()))
                .number("theta", rounded(greeks.theta()))
                .number("vega", rounded(greeks.vega()))
                .node();
    }

    private static BigDecimal rounded(double figure) {
        return BigDecimal.valueOf(figure).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private List<ObjectNode> days(OccSymbol contract, RawQuote quote, Instant now) {
        Price mid = new Price(quote.mid());
        Stream<ObjectNode> today = day(market.session(), mid, market.optionVolume(contract, now));
        Stream<ObjectNode> before =
                market.priorSessions().reversed().stream()
                        .limit(1)
                        .flatMap(session ->
                                day(session, mid, market.previousOptionVolume(contract)));
        return Stream.concat(today, before).toList();
    }

    private static Stream<ObjectNode> day(Session session, Price mid, OptionalLong volume) {
        return volume.stream()
                .filter(contracts -> contracts > 0)
                .mapToObj(contracts ->
                        new BarRow(NewYork.startOf(session.date()), mid, mid, mid, mid, contracts)
                                .row()
                                .node());
    }
}
