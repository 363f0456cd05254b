package io.opspipeline.market.indicator;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.signal.FeatureRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Writes bars one after the other and computes their features.
final class Tape {

    static final Ticker NVDA = Ticker.of("NVDA");
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    static final SessionCalendar CALENDAR = SessionCalendar.nyse();

    private final FeatureCalculator calculator = new FeatureCalculator(NVDA, CALENDAR);
    private final List<FeatureRow> rows = new ArrayList<>();
    private Instant next;

    private Tape(Instant next) {
        this.next = next;
    }

    /// A tape that begins with the opening bar of a day.
    static Tape from(LocalDate date) {
        return new Tape(session(date).open());
    }

    static Session session(LocalDate date) {
        return CALENDAR.sessionOn(date).orElseThrow();
    }

    /// Goes to a minute of a day without writing the bars between.
    Tape at(LocalDate date, int minute) {
        next = session(date).open().plus(Duration.ofMinutes(minute));
        return this;
    }

    /// Bars of the same close and volume.
    Tape flat(int bars, String close, long volume) {
        IntStream.range(0, bars).forEach(_ -> bar(close, close, close, volume));
        return this;
    }

    /// A bar per close, each with the volume 100.
    Tape closes(String... closes) {
        for (String close : closes) {
            bar(close, close, close, 100);
        }
        return this;
    }

    /// A bar per volume, each with the close 100.
    Tape volumes(long... volumes) {
        for (long volume : volumes) {
            bar("100", "100", "100", volume);
        }
        return this;
    }

    Tape bar(String high, String low, String close, long volume) {
        rows.add(calculator.add(bar(next, high, low, close, volume)));
        next = next.plus(Bar.LENGTH);
        return this;
    }

    /// Starts the windows anew.
    Tape split() {
        calculator.restart();
        return this;
    }

    FeatureRow last() {
        return rows.getLast();
    }

    List<FeatureRow> rows() {
        return rows;
    }

    FeatureCalculator calculator() {
        return calculator;
    }

    static Bar bar(Instant start, String high, String low, String close, long volume) {
        var price = new Price(new BigDecimal(close));
        return new Bar(
                NVDA,
                start,
                price,
                new Price(new BigDecimal(high)),
                new Price(new BigDecimal(low)),
                price,
                volume);
    }
}
