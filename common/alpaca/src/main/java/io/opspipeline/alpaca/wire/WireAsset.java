package io.opspipeline.alpaca.wire;

import java.util.List;
import java.util.Optional;

/// A row of `/v2/assets`.
///
/// @param symbol the ticker
/// @param status `active` or `inactive`
/// @param tradable whether orders are taken
/// @param attributes such as `has_options`
/// @param raw the row as it came
public record WireAsset(
        Optional<String> symbol,
        Optional<String> status,
        Optional<Boolean> tradable,
        List<String> attributes,
        WireNode raw) {

    /// Reads a row.
    public static WireAsset from(WireNode row) {
        return new WireAsset(
                row.text("symbol"),
                row.text("status"),
                row.flag("tradable"),
                row.texts("attributes"),
                row);
    }

    /// True when it is active, tradable and has options. Old documents call the attribute
    /// `options_enabled`.
    public boolean isOptionable() {
        return status.filter("active"::equals).isPresent()
                && tradable.orElse(false)
                && (attributes.contains("has_options") || attributes.contains("options_enabled"));
    }
}
