package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What we say on streams.
final class StreamJson {

    private StreamJson() {}

    static ObjectNode auth(AlpacaCredentials credentials) {
        ObjectNode json = action("auth");
        json.put("key", credentials.keyId());
        json.put("secret", credentials.secret());
        return json;
    }

    static ObjectNode listenToTradeUpdates() {
        ObjectNode json = action("listen");
        json.putObject("data").putArray("streams").add("trade_updates");
        return json;
    }

    /// @param verb `subscribe` or `unsubscribe`
    static ObjectNode change(String verb, List<String> channels, Collection<String> symbols) {
        ObjectNode json = action(verb);
        for (String channel : channels) {
            ArrayNode named = json.putArray(channel);
            symbols.stream().sorted().forEach(named::add);
        }
        return json;
    }

    private static ObjectNode action(String name) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("action", name);
        return json;
    }
}
