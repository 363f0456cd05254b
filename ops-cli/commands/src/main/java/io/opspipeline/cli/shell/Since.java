package io.opspipeline.cli.shell;

import io.opspipeline.domain.calendar.NewYork;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A start in time as people type it: `90s`, `5m`, `1h`, `2d` back, a New York date such as
/// `2025-06-12`, or a New York time of today such as `10:30`.
public final class Since {

    private final String text;
    private final UnaryOperator<Instant> start;

    private Since(String text, UnaryOperator<Instant> start) {
        this.text = text;
        this.start = start;
    }

    /// The start, seen from now.
    public Instant from(Instant now) {
        return start.apply(now);
    }

    @Override
    public String toString() {
        return text;
    }

    /// Reads it.
    ///
    /// @throws IllegalArgumentException when it is none of these
    public static Since of(String text) {
        try {
            if (text.matches("[0-9]{1,6}[smhdSMHD]")) {
                Duration back = duration(text.toLowerCase(Locale.ROOT));
                return new Since(text, now -> now.minus(back));
            }
            if (text.contains(":")) {
                LocalTime time = LocalTime.parse(text);
                return new Since(text, now -> NewYork.at(NewYork.dateOf(now), time));
            }
            Instant midnight = NewYork.startOf(LocalDate.parse(text));
            return new Since(text, _ -> midnight);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'%s' is no start; type 90s, 5m, 1h, 2d, 10:30 or 2025-06-12".formatted(text),
                    e);
        }
    }

    private static Duration duration(String text) {
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /// Reads it from the command line.
    public static final class Converter implements ITypeConverter<Since> {

        @Override
        public Since convert(String value) {
            try {
                return Since.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
