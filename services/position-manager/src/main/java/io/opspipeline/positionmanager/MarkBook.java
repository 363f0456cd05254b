package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.PositionMarks;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.positionmanager.rules.Mark;
import io.opspipeline.positionmanager.rules.MarkRule;
import io.opspipeline.positionmanager.rules.MarkSeries;
import io.opspipeline.positionmanager.rules.QuoteHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was lately seen of everything that one account holds.
final class MarkBook {

    private final AccountId account;
    private final MarkRule rule;
    private final Duration memory;
    private final MarketView market;
    private final Positions positions;
    private final Map<Long, QuoteHistory> histories = new HashMap<>();
    private final Map<Long, Mark> newest = new HashMap<>();

    MarkBook(
            AccountId account,
            MarkRule rule,
            Duration memory,
            MarketView market,
            Positions positions) {
        this.account = account;
        this.rule = rule;
        this.memory = memory;
        this.market = market;
        this.positions = positions;
    }

    /// Looks at the market, stores the marks, and tells what may be believed.
    ///
    /// @return the marks of each position, by its row
    Map<Long, MarkSeries> look(List<HeldPosition> held, Session session, Instant asOf) {
        histories.keySet().retainAll(held.stream().map(HeldPosition::id).toList());
        newest.keySet().retainAll(histories.keySet());
        Map<String, QuoteReading> readings = market.readings(instruments(held));
        Map<Long, MarkSeries> seen = new HashMap<>();
        for (HeldPosition each : held) {
            Instrument instrument = each.position().instrument();
            QuoteHistory history =
                    remember(
                            each.id(),
                            Optional.ofNullable(readings.get(instrument.symbol())),
                            asOf);
            MarkSeries series =
                    rule.read(each, history, market.increment(instrument), session.open(), asOf);
            series.newest().ifPresent(mark -> newest.put(each.id(), mark));
            seen.put(each.id(), series);
        }
        positions.saveMarks(account, marks(held, seen));
        return seen;
    }

    /// The mid of each symbol as it was last believed, at most so long ago.
    Map<String, Price> mids(List<HeldPosition> held, Duration oldest, Instant asOf) {
        Map<String, Price> mids = new HashMap<>();
        for (HeldPosition each : held) {
            lastMark(each)
                    .filter(mark -> !mark.seenAt().isBefore(asOf.minus(oldest)))
                    .ifPresent(mark -> mids.put(each.position().instrument().symbol(), mark.mid()));
        }
        return mids;
    }

    /// The newest mark that was ever believed.
    Optional<Mark> lastMark(HeldPosition held) {
        return Optional.ofNullable(newest.get(held.id()));
    }

    private QuoteHistory remember(long id, Optional<QuoteReading> reading, Instant asOf) {
        QuoteHistory before = histories.getOrDefault(id, QuoteHistory.from(asOf));
        QuoteHistory after = reading.map(news -> before.with(news, memory)).orElse(before);
        histories.put(id, after);
        return after;
    }

    private static List<Instrument> instruments(List<HeldPosition> held) {
        return held.stream().map(each -> each.position().instrument()).toList();
    }

    private static List<PositionMarks> marks(List<HeldPosition> held, Map<Long, MarkSeries> seen) {
        List<PositionMarks> marks = new ArrayList<>();
        for (HeldPosition each : held) {
            MarkSeries series = seen.get(each.id());
            if (series != null) {
                series.newest()
                        .flatMap(
                                mark -> series.confirmedHigh().map(high -> marks(each, mark, high)))
                        .ifPresent(marks::add);
            }
        }
        return marks;
    }

    private static PositionMarks marks(HeldPosition held, Mark mark, Price high) {
        return new PositionMarks(
                held.id(),
                mark.bid(),
                mark.mid(),
                held.peak().map(peak -> peak.max(high)).orElse(high),
                held.trough().map(trough -> trough.min(mark.bid())).orElse(mark.bid()),
                mark.seenAt());
    }
}
