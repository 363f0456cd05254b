package io.opspipeline.alpaca.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// A row of `/v2/calendar`. Alpaca writes times as `09:30` and as `0930`.
///
/// @param date New York
/// @param open first minute of trading, New York
/// @param close end of trading, New York
/// @param raw the row as it came
public record WireSession(
        Optional<LocalDate> date,
        Optional<LocalTime> open,
        Optional<LocalTime> close,
        WireNode raw) {

    private static final DateTimeFormatter WITHOUT_COLON = DateTimeFormatter.ofPattern("HHmm");

    /// Reads a row.
    public static WireSession from(WireNode row) {
        return new WireSession(row.date("date"), time(row, "open"), time(row, "close"), row);
    }

    private static Optional<LocalTime> time(WireNode row, String name) {
        return row.text(name).flatMap(WireSession::time);
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(
                    text.contains(":")
                            ? LocalTime.parse(text)
                            : LocalTime.parse(text, WITHOUT_COLON));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
