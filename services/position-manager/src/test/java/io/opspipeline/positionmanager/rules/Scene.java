package io.opspipeline.positionmanager.rules;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteFault;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.ForcedExitTimes;
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

/// One held position on Thursday, 2026-11-19, bought at 2.00 with a spread of 0.08 while the stock
/// stood at 100, and what is seen of it.
record Scene(
        String symbol,
        Strategy strategy,
        int quantity,
        Instant openedAt,
        Optional<Price> peak,
        boolean partialTaken,
        Flattening flattening,
        QuoteHistory history,
        Optional<Price> underlying,
        Optional<Price> model,
        Instant asOf) {

    static final SessionCalendar CALENDAR = SessionCalendar.nyse();
    static final Session SESSION = CALENDAR.sessionOn(LocalDate.parse("2026-11-19")).orElseThrow();
    static final Instant NOON = Instant.parse("2026-11-19T17:00:00Z");
    static final ForcedExits FORCED = new ForcedExits(CALENDAR, ForcedExitTimes.DEFAULT);
    static final MarkRule MARKS = new MarkRule(QuoteLimits.DEFAULT);
    static final ExitRule EXITS = new ExitRule(ExitLimits.DEFAULT, FORCED);

    /// Two calls that expire in a month, bought at 11:00 New York; it is noon.
    static Scene swing() {
        return new Scene(
                "NVDA261218C00100000",
                Strategy.SWING,
                2,
                NOON.minus(Duration.ofHours(1)),
                Optional.empty(),
                false,
                Flattening.NONE,
                QuoteHistory.from(NOON.minus(Duration.ofHours(1))),
                Optional.of(Price.of("100")),
                Optional.empty(),
                NOON);
    }

    /// The same with a call that expires tomorrow, held as a day trade.
    static Scene day() {
        return swing().of("NVDA261120C00100000", Strategy.DAY);
    }

    Scene of(String newSymbol, Strategy newStrategy) {
        return copy(newSymbol, newStrategy, quantity, openedAt, peak, partialTaken, asOf);
    }

    Scene holding(int newQuantity) {
        return copy(symbol, strategy, newQuantity, openedAt, peak, partialTaken, asOf);
    }

    Scene at(Instant newAsOf) {
        return copy(symbol, strategy, quantity, openedAt, peak, partialTaken, newAsOf);
    }

    Scene openedAt(Instant newOpenedAt) {
        return copy(symbol, strategy, quantity, newOpenedAt, peak, partialTaken, asOf);
    }

    Scene peak(String price) {
        return copy(
                symbol,
                strategy,
                quantity,
                openedAt,
                Optional.of(Price.of(price)),
                partialTaken,
                asOf);
    }

    Scene afterPartial() {
        return copy(symbol, strategy, quantity, openedAt, peak, true, asOf);
    }

    Scene flattened(boolean byOperator, boolean byDailyLoss) {
        return with(new Flattening(byOperator, byDailyLoss), history, underlying, model);
    }

    Scene underlying(String price) {
        return with(flattening, history, Optional.of(Price.of(price)), model);
    }

    Scene withoutUnderlying() {
        return with(flattening, history, Optional.empty(), model);
    }

    Scene model(String price) {
        return with(flattening, history, underlying, Optional.of(Price.of(price)));
    }

    /// A bid seen at a number of seconds before now, with an ask four cents above.
    Scene sees(String bid, long secondsAgo) {
        return sees(bid, Price.of(bid).plus(new BigDecimal("0.04")).toString(), secondsAgo);
    }

    Scene sees(String bid, String ask, long secondsAgo) {
        Instant at = asOf.minusSeconds(secondsAgo);
        Quote quote = new Quote(Price.of(bid), Price.of(ask), 10, 10);
        return reads(new QuoteReading.Seen(new Sighting(quote, at, at)));
    }

    /// The feed repeats a quote now that was made earlier.
    Scene repeats(String bid, String ask, Instant quotedAt) {
        Quote quote = new Quote(Price.of(bid), Price.of(ask), 10, 10);
        return reads(new QuoteReading.Seen(new Sighting(quote, quotedAt, asOf)));
    }

    Scene seesNothing(QuoteFault fault, long secondsAgo) {
        return reads(new QuoteReading.Unusable(fault, asOf.minusSeconds(secondsAgo)));
    }

    /// The same bid, now and five seconds ago.
    Scene marked(String bid) {
        return sees(bid, 5).sees(bid, 0);
    }

    Optional<Exit> exit() {
        return EXITS.decide(inputs());
    }

    MarkSeries marks() {
        return MARKS.read(history, SESSION.open(), asOf);
    }

    ExitInputs inputs() {
        Session session =
                CALENDAR.lastOnOrBefore(io.opspipeline.domain.calendar.NewYork.dateOf(asOf));
        return new ExitInputs(held(), flattening, marks(), underlying, model, session, asOf);
    }

    HeldPosition held() {
        Price entry = Price.of("2.00");
        Instrument instrument = Instrument.ofSymbol(symbol);
        boolean isStock = instrument instanceof Instrument.Stock;
        Position position =
                new Position(
                        new AccountId("large"),
                        instrument,
                        strategy,
                        PositionOrigin.DISPATCH,
                        PositionState.OPEN,
                        quantity,
                        quantity,
                        entry.perShare().multiply(BigDecimal.valueOf(quantity)),
                        0,
                        BigDecimal.ZERO,
                        openedAt,
                        Optional.empty());
        return new HeldPosition(
                1,
                position,
                entry.times(new BigDecimal(isStock ? "0.97" : "0.75")),
                entry.times(new BigDecimal(isStock ? "1.06" : "1.50")),
                Optional.of(new BigDecimal("0.08")),
                Optional.of(Price.of("100")),
                peak,
                Optional.empty(),
                List.of(),
                partialTaken,
                Optional.empty());
    }

    private Scene reads(QuoteReading reading) {
        return with(
                flattening,
                MARKS.remember(held(), history, reading, PriceIncrement.CENTS, SESSION.open()),
                underlying,
                model);
    }

    private Scene with(
            Flattening newFlattening,
            QuoteHistory newHistory,
            Optional<Price> newUnderlying,
            Optional<Price> newModel) {
        return new Scene(
                symbol,
                strategy,
                quantity,
                openedAt,
                peak,
                partialTaken,
                newFlattening,
                newHistory,
                newUnderlying,
                newModel,
                asOf);
    }

    private Scene copy(
            String newSymbol,
            Strategy newStrategy,
            int newQuantity,
            Instant newOpenedAt,
            Optional<Price> newPeak,
            boolean newPartialTaken,
            Instant newAsOf) {
        return new Scene(
                newSymbol,
                newStrategy,
                newQuantity,
                newOpenedAt,
                newPeak,
                newPartialTaken,
                flattening,
                history,
                underlying,
                model,
                newAsOf);
    }
}
