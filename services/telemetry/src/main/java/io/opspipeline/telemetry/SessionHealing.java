package io.opspipeline.telemetry;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.BarSource;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Bars.GapReason;
import io.opspipeline.telemetry.rules.SessionMinutes;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Makes one session complete, with one request for all tickers that lack something.
final class SessionHealing {

    private final Bars bars;
    private final MarketData marketData;

    SessionHealing(Bars bars, MarketData marketData) {
        this.bars = bars;
        this.marketData = marketData;
    }

    /// How far a healing goes.
    ///
    /// @param askUntil minutes that had closed by then are asked for, UTC
    /// @param settledUntil minutes that had closed by then and have no bar will never have one, UTC
    /// @param at now, UTC
    record Reach(Instant askUntil, Instant settledUntil, Instant at) {}

    /// Heals one session.
    ///
    /// @param from tickers, and from when each may lack minutes
    /// @param seen tickers with a bar in an earlier session; those of this one are added
    /// @return how many bars were new
    int heal(Session session, Map<Ticker, Instant> from, Reach reach, Set<Ticker> seen) {
        if (from.isEmpty()) {
            return 0;
        }
        Instant since = Collections.max(List.of(session.open(), Collections.min(from.values())));
        var known = bars.between(from.keySet(), since, session.close());
        seen.addAll(known.keySet());
        var missing = missing(session, since, from, known, reach.askUntil());
        return missing.isEmpty() ? 0 : fetch(session, missing, reach, seen);
    }

    private Map<Ticker, NavigableSet<Instant>> missing(
            Session session,
            Instant since,
            Map<Ticker, Instant> from,
            Map<Ticker, List<Bar>> known,
            Instant closedBy) {
        var gaps = bars.gaps(from.keySet(), since, session.close());
        Map<Ticker, NavigableSet<Instant>> missing = new TreeMap<>();
        from.forEach((ticker, start) -> {
            var minutes =
                    new SessionMinutes(
                            session,
                            starts(known.getOrDefault(ticker, List.of())),
                            gaps.getOrDefault(ticker, Set.of()));
            missing.put(ticker, minutes.missing(start, closedBy));
        });
        missing.values().removeIf(Set::isEmpty);
        return missing;
    }

    private int fetch(
            Session session,
            Map<Ticker, NavigableSet<Instant>> missing,
            Reach reach,
            Set<Ticker> seen) {
        Map<Ticker, List<Bar>> found = ask(missing);
        seen.addAll(found.keySet());
        int stored = store(found, reach.at());
        found.forEach((ticker, list) ->
                missing.computeIfPresent(ticker, (_, starts) -> without(starts, list)));
        recordGaps(session, missing, reach, seen);
        return stored;
    }

    /// The bars of missing minutes; what else the answer holds is stored already.
    private Map<Ticker, List<Bar>> ask(Map<Ticker, NavigableSet<Instant>> missing) {
        NavigableSet<Instant> all = new TreeSet<>();
        missing.values().forEach(all::addAll);
        var answer = marketData.bars(missing.keySet(), all.first(), all.last().plus(Bar.LENGTH));
        Map<Ticker, List<Bar>> found = new TreeMap<>();
        missing.forEach((ticker, starts) ->
                found.put(
                        ticker,
                        answer.getOrDefault(ticker, List.of()).stream()
                                .filter(bar -> starts.contains(bar.start()))
                                .toList()));
        found.values().removeIf(List::isEmpty);
        return found;
    }

    private int store(Map<Ticker, List<Bar>> found, Instant at) {
        List<StoredBar> rows =
                found.values().stream()
                        .flatMap(List::stream)
                        .map(bar -> new StoredBar(bar, BarSource.REST, marketData.feed()))
                        .toList();
        return bars.store(rows, at);
    }

    /// A past session of which the source has nothing, and nothing before it, is recorded by its
    /// first minute alone.
    private void recordGaps(
            Session session,
            Map<Ticker, NavigableSet<Instant>> empty,
            Reach reach,
            Set<Ticker> seen) {
        boolean isPast = !session.close().isAfter(reach.settledUntil());
        Map<Ticker, List<Instant>> quiet = new TreeMap<>();
        Map<Ticker, List<Instant>> unavailable = new TreeMap<>();
        empty.forEach((ticker, starts) -> {
            if (isPast && !seen.contains(ticker) && starts.size() == session.minutes()) {
                unavailable.put(ticker, List.of(session.open()));
            } else {
                quiet.put(ticker, settled(starts, reach.settledUntil()));
            }
        });
        record(quiet, GapReason.NO_TRADES, reach.at());
        record(unavailable, GapReason.SOURCE_UNAVAILABLE, reach.at());
    }

    private void record(Map<Ticker, List<Instant>> starts, GapReason reason, Instant at) {
        starts.values().removeIf(List::isEmpty);
        if (!starts.isEmpty()) {
            bars.recordGaps(starts, reason, at);
        }
    }

    private static List<Instant> settled(NavigableSet<Instant> starts, Instant settledUntil) {
        return starts.stream()
                .filter(start -> !start.plus(Bar.LENGTH).isAfter(settledUntil))
                .toList();
    }

    private static NavigableSet<Instant> without(NavigableSet<Instant> starts, List<Bar> found) {
        NavigableSet<Instant> rest = new TreeSet<>(starts);
        rest.removeAll(starts(found));
        return rest;
    }

    private static Set<Instant> starts(List<Bar> bars) {
        return bars.stream().map(Bar::start).collect(Collectors.toSet());
    }
}
