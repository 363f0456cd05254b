package io.opspipeline.reliability.world;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.BarSource;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import io.opspipeline.persistence.account.PostgresHeartbeats;
import io.opspipeline.persistence.market.PostgresBars;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The market moves, and telemetry writes down its bars: in the session and a little after its
/// close, and from the next open on again.
///
/// @param market what is traded
/// @param time the queue
/// @param bars where they are stored
/// @param heartbeats telemetry's signs of life
record MarketDays(
        ScriptedMarket market, VirtualTime time, PostgresBars bars, PostgresHeartbeats heartbeats) {

    private static final String TELEMETRY = "telemetry";
    private static final Duration MARKET_STEP = Duration.ofSeconds(5);
    private static final Duration BAR_DELAY = Duration.ofSeconds(1);
    private static final Duration AFTER_CLOSE = Duration.ofMinutes(10);

    void begin() {
        step(time.instant());
        storeBars(time.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    private void step(Instant due) {
        at(due, "step", () -> step(awake(due.plus(MARKET_STEP))));
    }

    /// The bars of a minute are there a second after its end, and a sign of life.
    private void storeBars(Instant minute) {
        Instant end = minute.plus(Bar.LENGTH);
        at(
                end.plus(BAR_DELAY),
                "bars",
                () -> {
                    storeBars(awake(end));
                    heartbeats.beat(TELEMETRY, Optional.empty(), time.instant(), "bars");
                    bars.store(barsBetween(minute, end), time.instant());
                });
    }

    private List<StoredBar> barsBetween(Instant from, Instant to) {
        return market.tickers().stream()
                .sorted(Comparator.comparing(Ticker::symbol))
                .flatMap(ticker -> market.bars(ticker, from, to).stream())
                .map(bar -> new StoredBar(bar, BarSource.STREAM, "sip"))
                .toList();
    }

    /// The instant itself, or the next open when it lies in the night.
    private static Instant awake(Instant instant) {
        SessionCalendar calendar = SessionCalendar.nyse();
        if (calendar.isOpen(instant) || calendar.isOpen(instant.minus(AFTER_CLOSE))) {
            return instant;
        }
        var date = NewYork.dateOf(instant);
        return calendar.sessionOn(date)
                .filter(session -> instant.isBefore(session.open()))
                .orElseGet(() -> calendar.next(date))
                .open();
    }

    private void at(Instant due, String what, Runnable action) {
        time.at(due, new TimerKey(Stage.MARKET, Optional.empty(), what), action);
    }
}
