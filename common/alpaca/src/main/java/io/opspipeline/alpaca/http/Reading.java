package io.opspipeline.alpaca.http;

import io.opspipeline.alpaca.wire.WireError;
import io.opspipeline.alpaca.wire.WireNode;

/// The answer to a read.
public sealed interface Reading {

    /// It was readable.
    record Found(WireNode body) implements Reading {}

    /// Alpaca said no.
    ///
    /// @param status 400 to 499 without 408 and 429
    /// @param error its words
    record Refused(int status, WireError error) implements Reading {}
}
