package io.opspipeline.alpaca.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads single values. A number too long to be a price or a quantity is no number: arithmetic on
/// it could take for ever.
final class WireScalar {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int MOST_DIGITS = 40;
    private static final int DATE_LENGTH = 10;
    private static final BigDecimal LONG_LIMIT = BigDecimal.valueOf(Long.MAX_VALUE);

    private WireScalar() {}

    static Optional<String> text(JsonNode node) {
        if (node.isString()) {
            return Optional.of(node.stringValue().strip()).filter(text -> !text.isEmpty());
        }
        return node.isNumber() || node.isBoolean()
                ? Optional.of(node.asString())
                : Optional.empty();
    }

    static Optional<BigDecimal> decimal(JsonNode node) {
        return node.isBoolean() ? Optional.empty() : text(node).flatMap(WireScalar::decimal);
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text)).filter(WireScalar::isOrdinary);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean isOrdinary(BigDecimal value) {
        return value.precision() <= MOST_DIGITS && Math.abs((long) value.scale()) <= MOST_DIGITS;
    }

    static boolean fitsLong(BigDecimal value) {
        return value.abs().compareTo(LONG_LIMIT) <= 0;
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    text.length() == DATE_LENGTH
                            ? LocalDate.parse(text).atStartOfDay(NEW_YORK).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(
                    text.length() == DATE_LENGTH
                            ? LocalDate.parse(text)
                            : OffsetDateTime.parse(text).atZoneSameInstant(NEW_YORK).toLocalDate());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
