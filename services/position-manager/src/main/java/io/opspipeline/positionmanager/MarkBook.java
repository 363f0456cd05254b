package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.PositionMarks;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.positionmanager.rules.Mark;
import io.opspipeline.positionmanager.rules.MarkRule;
import io.opspipeline.positionmanager.rules.MarkSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What one account holds, as it was last read, and what was lately seen of it. Quotes are taken in
/// without asking the database or the feed; what was marked is stored by [#save].
final class MarkBook {

    private final AccountId account;
    private final Supplier<Rules> rules;
    private final MarketView market;
    private final Positions positions;
    private final Map<Long, Watched> watched = new TreeMap<>();

    MarkBook(AccountId account, Supplier<Rules> rules, MarketView market, Positions positions) {
        this.account = account;
        this.rules = rules;
        this.market = market;
        this.positions = positions;
    }

    /// Takes over what is held.
    synchronized void hold(List<HeldPosition> held, Instant asOf) {
        Map<Long, HeldPosition> rows =
                held.stream().collect(Collectors.toMap(HeldPosition::id, Function.identity()));
        watched.keySet().retainAll(rows.keySet());
        rows.forEach((id, row) ->
                watched.merge(id, Watched.of(row, asOf), (before, _) -> before.as(row)));
    }

    /// Drops a position that turned out not to be as it was read.
    synchronized void drop(long positionId) {
        watched.remove(positionId);
    }

    /// What is held, by row.
    synchronized List<HeldPosition> held() {
        return watched.values().stream().map(Watched::held).toList();
    }

    /// True when any of some contracts is held.
    synchronized boolean holdsAnyOf(Set<OccSymbol> contracts) {
        return watched.values().stream()
                .anyMatch(each ->
                        each.instrument() instanceof Instrument.Option(OccSymbol contract)
                                && contracts.contains(contract));
    }

    /// The instruments that were not sighted since an instant; all of them when it is empty. Stocks
    /// have no stream and are always among them.
    synchronized List<Instrument> unseenSince(Optional<Instant> oldest) {
        return watched.values().stream()
                .filter(each ->
                        each.instrument() instanceof Instrument.Stock
                                || oldest.filter(each::wasSeenSince).isEmpty())
                .map(Watched::instrument)
                .toList();
    }

    /// Takes in what the feed said, by symbol.
    ///
    /// @return the positions that it speaks of
    synchronized List<HeldPosition> see(Map<String, QuoteReading> readings, Session session) {
        MarkRule rule = rules.get().marks();
        watched.replaceAll((_, each) -> each.seeing(readings, rule, market, session));
        return watched.values().stream()
                .filter(each -> readings.containsKey(each.symbol()))
                .map(Watched::held)
                .toList();
    }

    /// What may be believed of a position; empty when it is not held any more.
    synchronized Optional<MarkSeries> series(long positionId, Session session, Instant asOf) {
        return Optional.ofNullable(watched.get(positionId))
                .map(each -> rules.get().marks().read(each.history(), session.open(), asOf));
    }

    /// Stores what was marked.
    void save() {
        save(held().stream().map(HeldPosition::id).toList());
    }

    /// Stores what was marked of some positions.
    void save(Collection<Long> positionIds) {
        List<PositionMarks> marked = marked(positionIds);
        if (!marked.isEmpty()) {
            positions.saveMarks(account, marked);
        }
    }

    private synchronized List<PositionMarks> marked(Collection<Long> positionIds) {
        return positionIds.stream()
                .flatMap(id -> Optional.ofNullable(watched.get(id)).stream())
                .flatMap(each -> each.marks().stream())
                .toList();
    }

    /// The mid of each symbol as it was last believed, at most so long ago.
    synchronized Map<String, Price> mids(Duration oldest, Instant asOf) {
        Map<String, Price> mids = new HashMap<>();
        for (Watched each : watched.values()) {
            each.lastMark()
                    .filter(mark -> !mark.seenAt().isBefore(asOf.minus(oldest)))
                    .ifPresent(mark -> mids.put(each.symbol(), mark.mid()));
        }
        return mids;
    }

    /// The newest mark of a position that was ever believed.
    synchronized Optional<Mark> lastMark(HeldPosition held) {
        return Optional.ofNullable(watched.get(held.id())).flatMap(Watched::lastMark);
    }

    /// True when nobody has bid for an instrument for so long that zero is its price.
    synchronized boolean isWorthless(Instrument instrument, Instant asOf) {
        MarkRule rule = rules.get().marks();
        return watched.values().stream()
                .filter(each -> each.instrument().equals(instrument))
                .anyMatch(each -> rule.isWorthless(each.history(), asOf));
    }

    /// The quote of an instrument, however wide, when it was sighted since an instant.
    synchronized Optional<Quote> quoteSince(Instrument instrument, Instant oldest) {
        return watched.values().stream()
                .filter(each -> each.instrument().equals(instrument))
                .filter(each -> each.wasSeenSince(oldest))
                .findFirst()
                .flatMap(each -> each.history().newestQuote());
    }
}
