package io.opspipeline.alpaca.wire;

import java.time.Instant;
import java.util.Optional;

/// A trading status of a stream frame.
///
/// @param symbol the ticker
/// @param code of the status, one letter or digit, whose meaning depends on the tape
/// @param status the status in words
/// @param reason why, in words; often empty
/// @param tape A, B or C
/// @param at when it began
public record WireTradingStatus(
        Optional<String> symbol,
        Optional<String> code,
        Optional<String> status,
        Optional<String> reason,
        Optional<String> tape,
        Optional<Instant> at) {

    /// Reads a row.
    public static WireTradingStatus from(WireNode row) {
        return new WireTradingStatus(
                row.text("S"),
                row.text("sc"),
                row.text("sm"),
                row.text("rm"),
                row.text("z"),
                row.instant("t"));
    }
}
