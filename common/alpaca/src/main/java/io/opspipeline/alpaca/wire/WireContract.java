package io.opspipeline.alpaca.wire;

import java.util.Optional;
import java.util.OptionalInt;

/// A row of `/v2/options/contracts`.
///
/// @param symbol the OCC symbol
/// @param underlying the stock it is on
/// @param status `active` or `inactive`
/// @param tradable whether orders are taken
/// @param multiplier dollars per point
/// @param size shares per contract
/// @param pennyProgram whether it trades in cents below 3.00
/// @param openInterest contracts open after the previous session
/// @param raw the row as it came
public record WireContract(
        Optional<String> symbol,
        Optional<String> underlying,
        Optional<String> status,
        Optional<Boolean> tradable,
        OptionalInt multiplier,
        OptionalInt size,
        Optional<Boolean> pennyProgram,
        OptionalInt openInterest,
        WireNode raw) {

    /// Reads a row.
    public static WireContract from(WireNode row) {
        return new WireContract(
                row.text("symbol"),
                row.text("underlying_symbol"),
                row.text("status"),
                row.flag("tradable"),
                row.count("multiplier"),
                row.count("size"),
                row.flag("ppind"),
                row.count("open_interest"),
                row);
    }
}
