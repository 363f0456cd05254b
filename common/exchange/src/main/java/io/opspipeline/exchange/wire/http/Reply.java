package io.opspipeline.exchange.wire.http;

import java.util.SortedMap;

/// What comes back for a request.
public sealed interface Reply {

    /// An answer.
    ///
    /// @param answer status and body
    /// @param headers beside the content type
    record Sent(Answer answer, SortedMap<String, String> headers) implements Reply {}

    /// Nothing; the connection stays open, and the client waits until it gives up.
    record Silence() implements Reply {}

    /// Nothing; the connection is cut.
    record Cut() implements Reply {}
}
