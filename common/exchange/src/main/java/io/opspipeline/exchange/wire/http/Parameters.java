package io.opspipeline.exchange.wire.http;

import io.opspipeline.domain.calendar.NewYork;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The query of a request. What cannot be read is refused in the words of its API.
public final class Parameters {

    private static final int DATE_LENGTH = 10;

    private final Api api;
    private final Map<String, String> query;

    Parameters(Api api, Map<String, String> query) {
        this.api = api;
        this.query = Map.copyOf(query);
    }

    /// A parameter that is not blank.
    public Optional<String> text(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    /// A parameter that must be there.
    public String needed(String name) {
        return text(name).orElseThrow(() -> refused(name + " is required"));
    }

    /// A parameter that must be one of these words; the first when it is absent.
    public String word(String name, String standard, String... others) {
        String value = text(name).orElse(standard);
        if (value.equals(standard) || List.of(others).contains(value)) {
            return value;
        }
        throw invalid(name, value);
    }

    /// The parts of a list with commas, sorted.
    public SequencedSet<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// `true` or `false`.
    public Optional<Boolean> flag(String name) {
        return read(name, Parameters::flagOf);
    }

    /// A whole number in [1, most]; the standard when it is absent.
    public int limit(String name, int standard, int most) {
        int limit = read(name, Integer::valueOf).orElse(standard);
        if (limit < 1 || limit > most) {
            throw invalid(name, Integer.toString(limit));
        }
        return limit;
    }

    /// A decimal.
    public Optional<BigDecimal> decimal(String name) {
        return read(name, BigDecimal::new);
    }

    /// A date, `YYYY-MM-DD`.
    public Optional<LocalDate> date(String name) {
        return read(name, LocalDate::parse);
    }

    /// An instant with any offset, or a date, which is its first instant in New York.
    public Optional<Instant> instant(String name) {
        return read(name, Parameters::instantOf);
    }

    /// The refusal of a parameter whose value means nothing.
    public RefusedException invalid(String name, String value) {
        return refused("invalid " + name + ": " + value);
    }

    private RefusedException refused(String message) {
        return new RefusedException(api.unreadable(message));
    }

    private <T> Optional<T> read(String name, Function<String, T> reader) {
        return text(name).map(value -> read(name, value, reader));
    }

    private <T> T read(String name, String value, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (DateTimeException | IllegalArgumentException _) {
            throw invalid(name, value);
        }
    }

    private static Boolean flagOf(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    private static Instant instantOf(String value) {
        return value.length() == DATE_LENGTH
                ? NewYork.startOf(LocalDate.parse(value))
                : OffsetDateTime.parse(value).toInstant();
    }
}
