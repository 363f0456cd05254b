package io.opspipeline.cli.output;

import io.opspipeline.domain.calendar.NewYork;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Times for people: New York wall time, to the second.
public final class MarketTime {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private MarketTime() {}

    /// Such as `09:30:00`.
    public static String time(Instant at) {
        return TIME.format(NewYork.timeOf(at));
    }

    /// Such as `2025-06-12 09:30:00`.
    public static String dated(Instant at) {
        return NewYork.dateOf(at) + " " + time(at);
    }

    /// Such as ` until 2025-06-12 09:30:00`, to stand behind what ends then; nothing without an
    /// end.
    public static String until(Optional<Instant> end) {
        return end.map(at -> " until " + dated(at)).orElse("");
    }

    /// Such as `45s`, `5m`, `1h 20m`; nothing finer than a second.
    public static String age(Duration age) {
        if (age.toMinutes() == 0) {
            return age.toSeconds() + "s";
        }
        String minutes = age.toMinutesPart() + "m";
        return age.toHours() == 0 ? minutes : age.toHours() + "h " + minutes;
    }
}
