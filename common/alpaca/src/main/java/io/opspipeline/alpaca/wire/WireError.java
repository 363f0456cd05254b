package io.opspipeline.alpaca.wire;

import java.util.Optional;
import java.util.OptionalInt;

/// An error body: `{"code":40010001,"message":"..."}`, a message alone, or no JSON at all.
///
/// @param code Alpaca's code
/// @param message Alpaca's words, or the start of the body when it is no JSON
public record WireError(OptionalInt code, String message) {

    private static final int SHOWN_CHARACTERS = 200;
    private static final int NO_SUCH_THING = 40_410_000;

    /// Reads a body.
    public static WireError from(String body) {
        Optional<WireNode> row = WireNode.parse(body).filter(WireNode::isObject);
        return new WireError(
                row.map(error -> error.count("code")).orElse(OptionalInt.empty()),
                row.flatMap(error -> error.text("message")).orElseGet(() -> start(body)));
    }

    /// True when the broker says that it knows no order, position or contract of that name. The
    /// words may change, status and code do not; an address that it does not know, or a page of the
    /// edge, has no such code.
    ///
    /// @param status HTTP
    public boolean isNotFound(int status) {
        return status == 404 && code.equals(OptionalInt.of(NO_SUCH_THING));
    }

    private static String start(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), SHOWN_CHARACTERS));
    }
}
