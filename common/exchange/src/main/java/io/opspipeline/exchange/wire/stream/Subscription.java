package io.opspipeline.exchange.wire.stream;

import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/// What a market-data client asked for. Every channel of its feed can be subscribed to; trades and
/// the like are never sent.
final class Subscription {

    static final String QUOTES = "quotes";
    static final String BARS = "bars";
    static final String UPDATED_BARS = "updatedBars";
    static final String STATUSES = "statuses";

    private static final String ALL = "*";

    private final Map<String, SortedSet<String>> symbols = new LinkedHashMap<>();

    /// @param channels that there are, in the order of the echo
    Subscription(List<String> channels) {
        channels.forEach(channel -> symbols.put(channel, new TreeSet<>()));
    }

    /// Adds what a message names.
    synchronized void add(ObjectNode message) {
        symbols.forEach((channel, set) -> set.addAll(named(message, channel)));
    }

    /// Takes away what a message names.
    synchronized void remove(ObjectNode message) {
        symbols.forEach((channel, set) -> set.removeAll(named(message, channel)));
    }

    /// True when the channel is wanted for the symbol.
    boolean wants(String channel, String symbol) {
        SortedSet<String> wanted = of(channel);
        return wanted.contains(ALL) || wanted.contains(symbol);
    }

    /// The symbols of a channel.
    synchronized SortedSet<String> of(String channel) {
        return new TreeSet<>(symbols.getOrDefault(channel, new TreeSet<>()));
    }

    /// The full set, as it is echoed.
    synchronized ObjectNode row() {
        JsonRow row = new JsonRow().text("T", "subscription");
        symbols.forEach((channel, set) -> row.child(channel, Json.texts(set)));
        return row.node();
    }

    /// The symbols that a message names in a channel.
    static List<String> named(ObjectNode message, String channel) {
        return message.path(channel).valueStream().map(symbol -> symbol.asString("")).toList();
    }
}
