package io.opspipeline.exchange.market.recorded;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.market.recorded.LeanZip.LeanRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The recorded options of one stock on one day.
final class LeanOptions implements OptionBook {

    private static final int TRADE_COLUMNS = 6;
    private static final int INTEREST_COLUMNS = 2;
    private static final long PENNY_CHANGE = 30_000;
    private static final long NICKEL = 500;
    private static final Set<String> CENTS_EVERYWHERE = Set.of("SPY", "QQQ", "IWM");

    private final Map<OccSymbol, MinuteQuotes> quotes = new TreeMap<>();
    private final Map<OccSymbol, List<LeanRow>> trades;
    private final Map<OccSymbol, List<LeanRow>> interest;
    private final SortedMap<OccSymbol, OptionListing> listings = new TreeMap<>();
    private final LocalDate date;

    private LeanOptions(Path folder, Ticker ticker, Session session) {
        this.date = session.date();
        Map<OccSymbol, List<LeanRow>> rows =
                rows(file(folder, date, "quote"), ticker, MinuteQuotes.COLUMNS);
        boolean penny = rows.values().stream().flatMap(List::stream).anyMatch(this::isInPennies);
        rows.forEach((symbol, minutes) -> {
            quotes.put(symbol, new MinuteQuotes(minutes, session));
            listings.put(
                    symbol,
                    new OptionListing(symbol, penny, CENTS_EVERYWHERE.contains(symbol.root())));
        });
        trades = rows(file(folder, date, "trade"), ticker, TRADE_COLUMNS);
        interest = rows(file(folder, date, "openinterest"), ticker, INTEREST_COLUMNS);
    }

    /// The options of a folder such as `option/usa/minute/twx`; empty when it has no quotes of the
    /// day.
    static Optional<LeanOptions> in(Path folder, Ticker ticker, Session session) {
        return areIn(folder, session)
                ? Optional.of(new LeanOptions(folder, ticker, session))
                : Optional.empty();
    }

    /// True when a folder has option quotes of the day.
    static boolean areIn(Path folder, Session session) {
        return Files.exists(file(folder, session.date(), "quote"));
    }

    private static Path file(Path folder, LocalDate date, String kind) {
        return folder.resolve(
                "%s_%s_american.zip".formatted(date.toString().replace("-", ""), kind));
    }

    @Override
    public Collection<OptionListing> listings() {
        return List.copyOf(listings.values());
    }

    @Override
    public Optional<OptionListing> listing(OccSymbol symbol) {
        return Optional.ofNullable(listings.get(symbol));
    }

    @Override
    public Optional<RawQuote> quote(OccSymbol symbol, Instant at) {
        return Optional.ofNullable(quotes.get(symbol)).flatMap(minutes -> minutes.at(at));
    }

    /// Minutes that have ended by the instant; a contract without trades has traded nothing.
    @Override
    public OptionalLong volume(OccSymbol symbol, Instant at) {
        if (!listings.containsKey(symbol)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                trades.getOrDefault(symbol, List.of()).stream()
                        .filter(row -> !LeanPrices.instant(row, date).plusSeconds(60).isAfter(at))
                        .mapToLong(row -> row.whole(5))
                        .sum());
    }

    @Override
    public OptionalLong previousVolume(OccSymbol symbol) {
        return OptionalLong.empty();
    }

    @Override
    public OptionalInt openInterest(OccSymbol symbol) {
        return interest.getOrDefault(symbol, List.of()).stream()
                .mapToInt(row -> Math.toIntExact(row.whole(1)))
                .max()
                .stream()
                .findFirst();
    }

    /// Below 3.00 a step of less than five cents shows that the class is in the penny program.
    private boolean isInPennies(LeanRow row) {
        for (int column : new int[] {1, 4, 6, 9}) {
            if (row.has(column)
                    && row.whole(column) < PENNY_CHANGE
                    && row.whole(column) % NICKEL != 0) {
                return true;
            }
        }
        return false;
    }

    private static Map<OccSymbol, List<LeanRow>> rows(Path file, Ticker ticker, int columns) {
        Map<OccSymbol, List<LeanRow>> rows = new TreeMap<>();
        if (Files.exists(file)) {
            LeanZip.read(file, columns)
                    .forEach((entry, all) ->
                            rows.put(LeanOption.symbol(file.toString(), entry, ticker), all));
        }
        return rows;
    }
}
