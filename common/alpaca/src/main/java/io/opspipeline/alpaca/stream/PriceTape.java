package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.wire.WireNode;
import java.util.List;

/// What makes one stream of prices differ from another.
interface PriceTape {

    /// What it brings, in words such as `bars`.
    String name();

    /// The channels that are subscribed to.
    List<String> channels();

    /// Connected and subscribed.
    void connected();

    /// The messages of one frame.
    void heard(List<WireNode> messages);

    /// The connection ended.
    void disconnected(String reason);
}
