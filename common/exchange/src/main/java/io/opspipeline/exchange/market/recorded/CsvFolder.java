package io.opspipeline.exchange.market.recorded;

import static java.util.stream.Collectors.toCollection;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.MarketDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A folder of CSV bars, one file per ticker.
final class CsvFolder {

    private static final int PRIOR_SESSIONS = 10;
    private static final List<String> ENDINGS = List.of(".csv", ".csv.gz");

    private final Path folder;

    CsvFolder(Path folder) {
        this.folder = folder;
    }

    Market market(Session session, NavigableSet<Ticker> symbols, long seed) {
        SortedMap<Ticker, Path> files = files();
        NavigableSet<Ticker> wanted = symbols.isEmpty() ? new TreeSet<>(files.keySet()) : symbols;
        SortedMap<Ticker, List<Bar>> bars = new TreeMap<>();
        for (Ticker ticker : wanted) {
            Path file = files.get(ticker);
            if (file == null) {
                throw MarketFileException.of(
                        folder, "unknown symbol %s, known: %s".formatted(ticker, files.keySet()));
            }
            List<Bar> read = CsvBars.read(file, ticker);
            if (!symbols.isEmpty() && read.stream().noneMatch(bar -> isIn(session, bar))) {
                throw MarketFileException.of(file, "no bars on " + session.date());
            }
            bars.put(ticker, read);
        }
        return new BarsOnly(
                        new MarketDescription(
                                session.date(),
                                "recorded bars, generated chains",
                                seed,
                                List.of(
                                        "bars are recorded; prices between them, stock quotes and"
                                                + " option chains are generated around them")))
                .market(sessions(session, bars), bars);
    }

    private static boolean isIn(Session session, Bar bar) {
        return session.contains(bar.start());
    }

    private SortedMap<Ticker, Path> files() {
        try (Stream<Path> paths = Files.list(folder)) {
            SortedMap<Ticker, Path> files = new TreeMap<>();
            paths.forEach(path ->
                    ENDINGS.stream()
                            .filter(path.getFileName().toString()::endsWith)
                            .findFirst()
                            .ifPresent(ending -> files.put(ticker(path, ending), path)));
            if (files.isEmpty()) {
                throw MarketFileException.of(
                        folder, "neither LEAN data nor a .csv or .csv.gz file in it");
            }
            return files;
        } catch (IOException e) {
            throw MarketFileException.of(folder, "cannot be listed: " + e.getMessage());
        }
    }

    private static Ticker ticker(Path file, String ending) {
        String name = file.getFileName().toString();
        try {
            return Ticker.of(name.substring(0, name.length() - ending.length()));
        } catch (IllegalArgumentException e) {
            throw MarketFileException.of(file, "its name is no ticker: " + e.getMessage());
        }
    }

    /// The sessions that have bars, up to the traded one.
    private List<Session> sessions(Session session, SortedMap<Ticker, List<Bar>> bars) {
        NavigableSet<LocalDate> dates =
                bars.values().stream()
                        .flatMap(List::stream)
                        .map(bar -> io.opspipeline.domain.calendar.NewYork.dateOf(bar.start()))
                        .collect(toCollection(TreeSet::new));
        if (dates.isEmpty()) {
            throw MarketFileException.of(folder, "no bar in it is inside of a session");
        }
        if (!dates.contains(session.date())) {
            throw MarketFileException.of(
                    folder,
                    "no data for %s, it has %s to %s"
                            .formatted(session.date(), dates.first(), dates.last()));
        }
        List<Session> known =
                SessionCalendar.nyse().between(dates.first(), session.date()).stream()
                        .filter(each -> dates.contains(each.date()))
                        .toList();
        return known.subList(Math.max(0, known.size() - PRIOR_SESSIONS - 1), known.size());
    }
}
