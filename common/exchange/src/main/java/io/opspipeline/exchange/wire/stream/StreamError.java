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
    SYMBOL_LIMIT_EXCEEDED(405),
    CONNECTION_LIMIT_EXCEEDED(406),
    INSUFFICIENT_SUBSCRIPTION(409),
    INVALID_SUBSCRIBE_ACTION_FOR_THIS_FEED(410),
    OPTION_MESSAGES_ARE_ONLY_AVAILABLE_IN_MSGPACK(
            412, "option messages are only available in MsgPack"),
    STAR_SUBSCRIPTION_IS_NOT_ALLOWED_FOR_OPTION_QUOTES(413);

    private final int code;
    private final String words;

    StreamError(int code) {
        this.code = code;
        this.words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    StreamError(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /// The broker's.
    String words() {
        return words;
    }

    ObjectNode row() {
        return new JsonRow().text("T", "error").number("code", code).text("msg", words).node();
    }
}
