package io.opspipeline.exchange.wire.http;

/// Answers one kind of request.
@FunctionalInterface
public interface Endpoint {

    /// The answer.
    ///
    /// @throws RefusedException when a parameter cannot be read
    Answer answer(Call call);
}
