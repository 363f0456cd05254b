package io.opspipeline.persistence.sql;

import io.opspipeline.domain.instrument.Instrument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Single values as the driver takes them.
public final class Bound {

    private Bound() {}

    /// An instant in UTC, cut to microseconds, so that what is read back equals what was stored.
    public static OffsetDateTime at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /// An instant that may be absent.
    public static @Nullable OffsetDateTime at(Optional<Instant> instant) {
        return instant.map(Bound::at).orElse(null);
    }

    /// Anything that prints as it is stored, where it may be absent.
    public static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    /// A decimal that may be absent.
    public static @Nullable BigDecimal decimal(Optional<BigDecimal> value) {
        return value.orElse(null);
    }

    /// A floating number that may be absent.
    public static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /// A whole number that may be absent.
    public static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    /// A large whole number that may be absent.
    public static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    /// The strike of an option; null for a stock.
    public static @Nullable BigDecimal strike(Instrument instrument) {
        return switch (instrument) {
            case Instrument.Option(var contract) -> contract.strike().perShare();
            case Instrument.Stock _ -> null;
        };
    }

    /// The expiry of an option; null for a stock.
    public static @Nullable LocalDate expiry(Instrument instrument) {
        return switch (instrument) {
            case Instrument.Option(var contract) -> contract.expiry();
            case Instrument.Stock _ -> null;
        };
    }
}
