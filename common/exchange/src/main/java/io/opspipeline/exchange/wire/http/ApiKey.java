package io.opspipeline.exchange.wire.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/// The key that a request came with.
///
/// @param keyId public half
/// @param secret secret half
record ApiKey(String keyId, String secret) {

    static Optional<ApiKey> in(HttpFields headers) {
        return Optional.ofNullable(headers.get("APCA-API-KEY-ID"))
                .flatMap(keyId ->
                        Optional.ofNullable(headers.get("APCA-API-SECRET-KEY"))
                                .map(secret -> new ApiKey(keyId, secret)));
    }

    @Override
    public String toString() {
        return "ApiKey[***]";
    }
}
