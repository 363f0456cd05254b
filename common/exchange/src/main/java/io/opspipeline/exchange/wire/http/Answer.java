package io.opspipeline.exchange.wire.http;

import io.opspipeline.exchange.venue.Refusal;
import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.json.JsonRow;
import tools.jackson.databind.JsonNode;

/// An answer to a request.
///
/// @param status the HTTP status
/// @param contentType of the body
/// @param body text, empty for none
public record Answer(int status, String contentType, String body) {

    private static final String JSON = "application/json; charset=UTF-8";

    /// 200 with a body.
    public static Answer of(JsonNode body) {
        return of(200, body);
    }

    /// A status with a body.
    public static Answer of(int status, JsonNode body) {
        return new Answer(status, JSON, Json.print(body));
    }

    /// 204, no body.
    public static Answer nothing() {
        return new Answer(204, JSON, "");
    }

    /// A refusal of the trading API: `{"code":..., "message":"...", ...}`.
    public static Answer refusal(Refusal refusal) {
        return of(refusal.reason().httpStatus(), body(refusal));
    }

    /// A refusal of the data API: `{"message":"..."}`.
    public static Answer message(int status, String message) {
        return of(status, new JsonRow().text("message", message).node());
    }

    /// The body of a refusal of the trading API.
    public static JsonNode body(Refusal refusal) {
        JsonRow row =
                new JsonRow()
                        .number("code", refusal.reason().code())
                        .text("message", refusal.message());
        refusal.extras().forEach(row::text);
        return row.node();
    }

    /// This answer with another body.
    Answer with(String other) {
        return new Answer(status, contentType, other);
    }

    static Answer page(int status, String title) {
        return new Answer(
                status,
                "text/html",
                "<html>\r\n<head><title>%1$s</title></head>\r\n<body><center><h1>%1$s</h1></center></body>\r\n</html>\r\n"
                        .formatted(title));
    }
}
