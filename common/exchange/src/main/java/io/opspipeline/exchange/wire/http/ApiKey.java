package io.opspipeline.exchange.wire.http;

import java.util.Optional;

/// The key that a request came with.
///
/// @param keyId public half
/// @param secret secret half
record ApiKey(String keyId, String secret) {

    static Optional<ApiKey> in(Incoming request) {
        return request.header()
                .apply("APCA-API-KEY-ID")
                .flatMap(keyId ->
                        request.header()
                                .apply("APCA-API-SECRET-KEY")
                                .map(secret -> new ApiKey(keyId, secret)));
    }

    @Override
    public String toString() {
        return "ApiKey[***]";
    }
}
