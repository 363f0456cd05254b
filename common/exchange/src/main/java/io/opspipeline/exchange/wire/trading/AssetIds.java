package io.opspipeline.exchange.wire.trading;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Ids of what has none in the venue: the same name always has the same id.
final class AssetIds {

    private AssetIds() {}

    static String of(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
