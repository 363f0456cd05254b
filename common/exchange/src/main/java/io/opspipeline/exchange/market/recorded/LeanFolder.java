package io.opspipeline.exchange.market.recorded;

import static java.util.stream.Collectors.toCollection;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.MarketDescription;
import io.opspipeline.exchange.market.RawQuote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// A folder in LEAN's layout: `equity/usa/minute/<ticker>` and `option/usa/minute/<ticker>`.
final class LeanFolder {

    private static final int PRIOR_SESSIONS = 10;
    private static final int TRADE_COLUMNS = 6;

    private final Path equities;
    private final Path options;

    private LeanFolder(Path root) {
        equities = root.resolve("equity/usa/minute");
        options = root.resolve("option/usa/minute");
    }

    /// The data in a folder or in its `Data` folder; empty when it has another layout.
    static Optional<LeanFolder> in(Path folder) {
        return Stream.of(folder, folder.resolve("Data"))
                .filter(root -> Files.isDirectory(root.resolve("equity")))
                .findFirst()
                .map(LeanFolder::new);
    }

    Market market(Session session, NavigableSet<Ticker> symbols, long seed) {
        NavigableSet<Ticker> known = tickers(session.date());
        for (Ticker symbol : symbols) {
            if (!known.contains(symbol)) {
                throw MarketFileException.of(
                        equities,
                        "unknown symbol %s on %s, known: %s"
                                .formatted(symbol, session.date(), known));
            }
        }
        if (known.isEmpty()) {
            throw MarketFileException.of(equities, "no data for " + session.date());
        }
        return market(session, symbols.isEmpty() ? known : symbols, seed, known);
    }

    private Market market(
            Session session, NavigableSet<Ticker> wanted, long seed, NavigableSet<Ticker> known) {
        List<Session> sessions = sessions(session, wanted);
        boolean recorded =
                wanted.stream().allMatch(ticker -> LeanOptions.areIn(optionsOf(ticker), session));
        MarketDescription description = description(session, seed, recorded);
        SortedMap<Ticker, RecordedStock> stocks = new TreeMap<>();
        wanted.stream()
                .filter(known::contains)
                .forEach(ticker -> stocks.put(ticker, stock(ticker, sessions, description)));
        return new RecordedMarket(description, sessions, stocks);
    }

    private static MarketDescription description(Session session, long seed, boolean recorded) {
        return recorded
                ? new MarketDescription(
                        session.date(),
                        "recorded",
                        seed,
                        List.of(
                                "bars and option quotes are recorded; a stock without recorded"
                                        + " quotes of its own is quoted around its bars"))
                : new MarketDescription(
                        session.date(),
                        "recorded bars, generated chains",
                        seed,
                        List.of(
                                "bars are recorded; where a stock has no recorded option quotes"
                                        + " its chain is generated"));
    }

    private RecordedStock stock(
            Ticker ticker, List<Session> sessions, MarketDescription description) {
        List<Bar> bars = new ArrayList<>();
        sessions.forEach(session -> bars.addAll(bars(ticker, session)));
        Session traded = sessions.getLast();
        if (bars.isEmpty() || !traded.contains(bars.getLast().start())) {
            throw MarketFileException.of(
                    file(ticker, traded.date(), "trade"), "no bar in it is inside of the session");
        }
        RecordedStock generated = new BarsOnly(description).stock(ticker, sessions, bars);
        return new RecordedStock(
                generated.bars(),
                stockQuotes(ticker, traded).orElse(generated.quotes()),
                LeanOptions.in(optionsOf(ticker), ticker, traded)
                        .<OptionBook>map(book -> book)
                        .orElse(generated.options()));
    }

    private Path optionsOf(Ticker ticker) {
        return options.resolve(folder(ticker));
    }

    private List<Bar> bars(Ticker ticker, Session session) {
        Path file = file(ticker, session.date(), "trade");
        if (!Files.exists(file)) {
            return List.of();
        }
        return LeanZip.read(file, TRADE_COLUMNS).values().stream()
                .flatMap(List::stream)
                .map(row -> LeanPrices.bar(row, ticker, session.date()))
                .filter(bar -> session.contains(bar.start()))
                .toList();
    }

    private Optional<Function<Instant, Optional<RawQuote>>> stockQuotes(
            Ticker ticker, Session session) {
        Path file = file(ticker, session.date(), "quote");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<LeanZip.LeanRow> rows =
                LeanZip.read(file, MinuteQuotes.COLUMNS).values().stream()
                        .flatMap(List::stream)
                        .toList();
        return Optional.of(new MinuteQuotes(rows, session)::at);
    }

    /// The sessions before the traded one of which any wanted stock has bars, and itself.
    private List<Session> sessions(Session traded, NavigableSet<Ticker> wanted) {
        List<Session> sessions = new ArrayList<>();
        SessionCalendar calendar = SessionCalendar.nyse();
        Session session = calendar.previous(traded.date());
        while (sessions.size() < PRIOR_SESSIONS && hasBars(session.date(), wanted)) {
            sessions.addFirst(session);
            session = calendar.previous(session.date());
        }
        sessions.addLast(traded);
        return sessions;
    }

    private boolean hasBars(LocalDate date, NavigableSet<Ticker> wanted) {
        return wanted.stream().anyMatch(ticker -> Files.exists(file(ticker, date, "trade")));
    }

    private NavigableSet<Ticker> tickers(LocalDate date) {
        try (Stream<Path> folders = Files.list(equities)) {
            return folders.filter(Files::isDirectory)
                    .map(LeanFolder::ticker)
                    .filter(ticker -> Files.exists(file(ticker, date, "trade")))
                    .collect(toCollection(TreeSet::new));
        } catch (IOException e) {
            throw MarketFileException.of(equities, "cannot be listed: " + e.getMessage());
        }
    }

    private static Ticker ticker(Path folder) {
        try {
            return Ticker.of(folder.getFileName().toString().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw MarketFileException.of(folder, "its name is no ticker: " + e.getMessage());
        }
    }

    private Path file(Ticker ticker, LocalDate date, String kind) {
        String day = date.toString().replace("-", "");
        return equities.resolve(folder(ticker)).resolve(day + "_" + kind + ".zip");
    }

    private static String folder(Ticker ticker) {
        return ticker.symbol().toLowerCase(Locale.ROOT);
    }
}
