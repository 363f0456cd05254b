package io.opspipeline.exchange.wire.stream;

import io.opspipeline.exchange.wire.json.JsonRow;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// The errors of the market-data stream.
enum StreamError {
    INVALID_SYNTAX(400),
    NOT_AUTHENTICATED(401),
    AUTH_FAILED(402),
    ALREADY_AUTHENTICATED(403),
    CONNECTION_LIMIT_EXCEEDED(406);

    private final int code;

    StreamError(int code) {
        this.code = code;
    }

    ObjectNode row() {
        return new JsonRow()
                .text("T", "error")
                .number("code", code)
                .text("msg", name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .node();
    }
}
