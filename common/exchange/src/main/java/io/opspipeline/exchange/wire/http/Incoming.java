package io.opspipeline.exchange.wire.http;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// A request as it came in.
///
/// @param method such as `GET`
/// @param path without the query
/// @param query by name
/// @param header a header of a name, if it was sent
/// @param body as sent; read when it is needed
public record Incoming(
        String method,
        String path,
        Map<String, String> query,
        Function<String, Optional<String>> header,
        Supplier<String> body) {

    /// The same with its body read, so that it can be read again.
    Incoming whole() {
        String read = body.get();
        return new Incoming(method, path, query, header, () -> read);
    }

    Api api() {
        return Api.of(path);
    }
}
