package io.opspipeline.local.day;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.generated.DefaultListings;
import io.opspipeline.exchange.market.generated.GeneratedMarket;
import io.opspipeline.exchange.market.generated.ListedStock;
import io.opspipeline.exchange.market.recorded.MarketFileException;
import io.opspipeline.exchange.market.recorded.RecordedMarkets;
import io.opspipeline.ports.store.UniverseRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/// Opens the market of a request.
public final class Markets {

    private Markets() {}

    /// The market that is asked for; prices are drawn or read when they are first needed.
    ///
    /// @throws BadRequestException naming what cannot be used
    public static Market open(DayRequest request) {
        try {
            return switch (request.market()) {
                case DayRequest.MarketKind.Generated _ ->
                        GeneratedMarket.active(request.seed(), day(request), stocks(request));
                case DayRequest.MarketKind.ZeroDrift _ ->
                        GeneratedMarket.zeroDrift(request.seed(), day(request), stocks(request));
                case DayRequest.MarketKind.Recorded(var folder) ->
                        RecordedMarkets.open(
                                folder,
                                request.day()
                                        .orElseThrow(() ->
                                                new BadRequestException(
                                                        "--day is missing: say which"
                                                                + " session of the recorded"
                                                                + " data to trade")),
                                request.symbols(),
                                request.seed());
            };
        } catch (MarketFileException | IllegalArgumentException e) {
            throw new BadRequestException(String.valueOf(e.getMessage()));
        }
    }

    /// The operator's universe: every ticker of the market but the index funds, which are collected
    /// anyway.
    public static List<UniverseRow> universe(Market market) {
        return market.tickers().stream()
                .filter(ticker -> !isIndexFund(ticker) || market.tickers().size() == 1)
                .map(ticker ->
                        new UniverseRow(
                                ticker,
                                UniverseRow.Source.OPERATOR,
                                sector(ticker),
                                new Confidence(1),
                                true))
                .toList();
    }

    private static LocalDate day(DayRequest request) {
        LocalDate day = request.day().orElse(GeneratedMarket.DEFAULT_DAY);
        if (SessionCalendar.nyse().sessionOn(day).isEmpty()) {
            throw new BadRequestException("--day: " + day + " is not a session");
        }
        return day;
    }

    private static List<ListedStock> stocks(DayRequest request) {
        NavigableSet<Ticker> symbols = request.symbols();
        if (symbols.isEmpty()) {
            return DefaultListings.all();
        }
        List<ListedStock> stocks = new ArrayList<>(DefaultListings.indexFunds());
        for (Ticker symbol : symbols) {
            ListedStock stock =
                    DefaultListings.of(symbol)
                            .orElseThrow(() ->
                                    new BadRequestException(
                                            "--symbols: unknown symbol %s, known: %s"
                                                    .formatted(symbol, known())));
            if (!isIndexFund(symbol)) {
                stocks.add(stock);
            }
        }
        return stocks;
    }

    private static List<Ticker> known() {
        return DefaultListings.universe().stream().map(ListedStock::ticker).toList();
    }

    private static Optional<String> sector(Ticker ticker) {
        return DefaultListings.of(ticker).map(ListedStock::sector);
    }

    private static boolean isIndexFund(Ticker ticker) {
        return DefaultListings.indexFunds().stream().anyMatch(fund -> fund.ticker().equals(ticker));
    }
}
