package io.opspipeline.positionmanager.rules;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.Position;
import io.opspipeline.domain.position.PositionOrigin;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.market.option.PriceIncrement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Says whether an entry survives its own exits for at least one evaluation (trading rules, section
/// 9; incident 40): bought at the ask of the widest quote that the dispatcher accepts, in every
/// minute that it may enter, with the nearest expiry it may choose.
public final class SurvivalRule {

    private static final Price ASK = Price.of("2.00");

    /// Spread over mid stays below 10 % at an entry: 1.82 at 2.00 is 9.4 %.
    private static final Price BID = Price.of("1.82");

    private static final PriceIncrement STEPS = PriceIncrement.STANDARD;
    private static final Duration AFTER_OPEN = Duration.ofMinutes(5);
    private static final Duration BEFORE_CLOSE = Duration.ofMinutes(15);
    private static final Duration EXIT_ROOM = Duration.ofMinutes(30);

    private final ExitRule exits;
    private final MarkRule marks;
    private final ForcedExits forced;
    private final BigDecimal stop;
    private final BigDecimal target;

    /// @param stop stored with an option position, as a share of its entry
    /// @param target stored with an option position, as a share of its entry
    public SurvivalRule(
            ExitRule exits,
            MarkRule marks,
            ForcedExits forced,
            BigDecimal stop,
            BigDecimal target) {
        this.exits = exits;
        this.marks = marks;
        this.forced = forced;
        this.stop = stop;
        this.target = target;
    }

    /// What is wrong; empty when entries survive.
    ///
    /// @param session any session
    public Optional<String> fault(Session session) {
        return Stream.of(Strategy.values())
                .map(strategy -> fault(strategy, session))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> fault(Strategy strategy, Session session) {
        Instrument.Option option = nearest(strategy, session.date());
        var minutes = entryMinutes(strategy, option, session).toList();
        if (minutes.isEmpty()) {
            return Optional.of("no minute of a session leaves a " + strategy + " entry any room");
        }
        return minutes.stream()
                .map(entry -> blow(held(strategy, option, entry), session, entry))
                .flatMap(Optional::stream)
                .findFirst()
                .map(exit ->
                        "a %s entry at %s would be closed at once by %s: %s"
                                .formatted(strategy, ASK, exit.rule(), exit.detail()));
    }

    private Stream<Instant> entryMinutes(Strategy strategy, Instrument option, Session session) {
        return IntStream.range(0, session.minutes())
                .mapToObj(minute -> session.open().plus(Duration.ofMinutes(minute)))
                .filter(at -> !at.isBefore(session.open().plus(AFTER_OPEN)))
                .filter(at -> at.isBefore(session.close().minus(BEFORE_CLOSE)))
                .filter(at -> !forced.earliest(strategy, option, at).isBefore(at.plus(EXIT_ROOM)));
    }

    /// Two sightings of the entry's own quote, and the underlying where it was.
    private Optional<Exit> blow(HeldPosition held, Session session, Instant entry) {
        Instant asOf = entry.plusSeconds(5);
        QuoteHistory history =
                marks.remember(
                        held,
                        marks.remember(
                                held, QuoteHistory.from(entry), seen(entry), STEPS, session.open()),
                        seen(asOf),
                        STEPS,
                        session.open());
        return exits.decide(
                new ExitInputs(
                        held,
                        Flattening.NONE,
                        marks.read(history, session.open(), asOf),
                        held.underlyingAtEntry(),
                        Optional.empty(),
                        session,
                        asOf));
    }

    private static QuoteReading seen(Instant at) {
        return new QuoteReading.Seen(new Sighting(new Quote(BID, ASK, 10, 10), at, at));
    }

    private static Instrument.Option nearest(Strategy strategy, LocalDate date) {
        LocalDate expiry = strategy == Strategy.DAY ? date : date.plusDays(7);
        return new Instrument.Option(new OccSymbol("SPY", expiry, Right.CALL, Price.of("100")));
    }

    private HeldPosition held(Strategy strategy, Instrument option, Instant entry) {
        Position position =
                new Position(
                        new AccountId("check"),
                        option,
                        strategy,
                        PositionOrigin.DISPATCH,
                        PositionState.OPEN,
                        2,
                        2,
                        ASK.perShare().multiply(BigDecimal.TWO),
                        0,
                        BigDecimal.ZERO,
                        entry,
                        Optional.empty());
        return new HeldPosition(
                0,
                position,
                ASK.times(stop),
                ASK.times(target),
                Optional.of(ASK.minus(BID)),
                Optional.of(Price.of("100")),
                Optional.of(BID),
                Optional.of(BID),
                List.of(),
                false,
                Optional.empty());
    }
}
