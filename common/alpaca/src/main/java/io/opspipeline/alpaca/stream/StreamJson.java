package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.domain.instrument.Ticker;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What we say on streams.
final class StreamJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private StreamJson() {}

    static String auth(AlpacaCredentials credentials) {
        ObjectNode json = action("auth");
        json.put("key", credentials.keyId());
        json.put("secret", credentials.secret());
        return MAPPER.writeValueAsString(json);
    }

    static String listenToTradeUpdates() {
        ObjectNode json = action("listen");
        json.putObject("data").putArray("streams").add("trade_updates");
        return MAPPER.writeValueAsString(json);
    }

    /// @param verb `subscribe` or `unsubscribe`
    static String bars(String verb, Collection<Ticker> tickers) {
        ObjectNode json = action(verb);
        for (String channel : List.of("bars", "updatedBars")) {
            ArrayNode symbols = json.putArray(channel);
            tickers.stream().sorted().map(Ticker::symbol).forEach(symbols::add);
        }
        return MAPPER.writeValueAsString(json);
    }

    private static ObjectNode action(String name) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("action", name);
        return json;
    }
}
