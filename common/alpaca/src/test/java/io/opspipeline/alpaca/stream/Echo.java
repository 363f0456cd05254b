package io.opspipeline.alpaca.stream;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.eclipse.jetty.websocket.api.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes everybody in, and answers each change with all that is subscribed to.
///
/// @param channels of the stream
/// @param say sends JSON in the form of the stream
/// @param symbols subscribed to by the newest connection
record Echo(List<String> channels, BiConsumer<Session, String> say, Set<String> symbols)
        implements BiConsumer<Session, String> {

    /// The stream of option quotes.
    static Echo quotes() {
        return new Echo(List.of("quotes"), FakeStreams::packed, new ConcurrentSkipListSet<>());
    }

    /// The stream of bars.
    static Echo bars() {
        return new Echo(
                List.of("bars", "updatedBars", "statuses"),
                FakeStreams::text,
                new ConcurrentSkipListSet<>());
    }

    @Override
    public void accept(Session session, String message) {
        JsonNode asked = JsonMapper.shared().readTree(message);
        List<String> named =
                asked.path(channels.getFirst()).valueStream().map(JsonNode::asString).toList();
        switch (asked.path("action").asString()) {
            case "subscribe" -> symbols.addAll(named);
            case "unsubscribe" -> named.forEach(symbols::remove);
            default -> symbols.clear();
        }
        say.accept(
                session,
                named.isEmpty()
                        ? "[{'T':'success','msg':'authenticated'}]"
                        : "[{'T':'subscription',%s}]".formatted(subscribed()));
    }

    private String subscribed() {
        return channels.stream()
                .map(channel -> "'%s':%s".formatted(channel, quoted()))
                .collect(Collectors.joining(","));
    }

    private List<String> quoted() {
        return symbols.stream().map("'%s'"::formatted).toList();
    }
}
