package io.opspipeline.persistence.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Turns rows into columns, for batches through `unnest`. Columns of instants and decimals travel
/// as text and are cast by the statement: `unnest(:ts::timestamptz[], :open::numeric[])`.
public final class Column {

    private Column() {}

    /// A column of texts, or of anything that prints as it is stored.
    public static <T> String[] texts(Collection<T> rows, Function<T, Object> value) {
        return rows.stream().map(row -> value.apply(row).toString()).toArray(String[]::new);
    }

    /// A column of instants, UTC, cut to microseconds.
    public static <T> String[] instants(Collection<T> rows, Function<T, Instant> value) {
        return rows.stream()
                .map(row -> value.apply(row).truncatedTo(ChronoUnit.MICROS).toString())
                .toArray(String[]::new);
    }

    /// A column of exact decimals.
    public static <T> String[] decimals(Collection<T> rows, Function<T, BigDecimal> value) {
        return rows.stream().map(row -> value.apply(row).toPlainString()).toArray(String[]::new);
    }

    /// A column of whole numbers.
    public static <T> Long[] longs(Collection<T> rows, ToLongFunction<T> value) {
        return rows.stream().map(value::applyAsLong).toArray(Long[]::new);
    }

    /// A column of small whole numbers.
    public static <T> Integer[] ints(Collection<T> rows, ToIntFunction<T> value) {
        return rows.stream().map(value::applyAsInt).toArray(Integer[]::new);
    }

    /// A column of whole numbers that may be absent.
    public static <T> @Nullable Integer[] optionalInts(
            Collection<T> rows, Function<T, OptionalInt> value) {
        @Nullable Integer[] column = new Integer[rows.size()];
        int i = 0;
        for (T row : rows) {
            column[i++] = Bound.orNull(value.apply(row));
        }
        return column;
    }

    /// A column of large whole numbers that may be absent.
    public static <T> @Nullable Long[] optionalLongs(
            Collection<T> rows, Function<T, OptionalLong> value) {
        @Nullable Long[] column = new Long[rows.size()];
        int i = 0;
        for (T row : rows) {
            OptionalLong whole = value.apply(row);
            column[i++] = whole.isPresent() ? whole.getAsLong() : null;
        }
        return column;
    }

    /// A column of floating numbers that may be absent.
    public static <T> @Nullable Double[] optionalDoubles(
            Collection<T> rows, Function<T, OptionalDouble> value) {
        @Nullable Double[] column = new Double[rows.size()];
        int i = 0;
        for (T row : rows) {
            column[i++] = Bound.orNull(value.apply(row));
        }
        return column;
    }

    /// A column of texts that may be absent.
    public static <T> @Nullable String[] optionalTexts(
            Collection<T> rows, Function<T, ? extends java.util.Optional<?>> value) {
        @Nullable String[] column = new String[rows.size()];
        int i = 0;
        for (T row : rows) {
            column[i++] = value.apply(row).map(Object::toString).orElse(null);
        }
        return column;
    }
}
