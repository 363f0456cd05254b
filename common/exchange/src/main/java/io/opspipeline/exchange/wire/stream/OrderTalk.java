package io.opspipeline.exchange.wire.stream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The talk on `/stream`: `auth` (or the older `authenticate`), then `listen`.
final class OrderTalk implements Conversation {

    private static final String TRADE_UPDATES = "trade_updates";

    private final Venue venue;
    private final Connection connection;
    private volatile Optional<AccountId> account = Optional.empty();
    private volatile boolean listens;

    OrderTalk(Venue venue, Connection connection) {
        this.venue = venue;
        this.connection = connection;
    }

    @Override
    public void opened() {
        // The client speaks first.
    }

    @Override
    public void heard(ObjectNode message) {
        switch (message.path("action").asString("")) {
            case "auth" -> authorize(message.path("key"), message.path("secret"));
            case "authenticate" ->
                    authorize(
                            message.path("data").path("key_id"),
                            message.path("data").path("secret_key"));
            case "listen" -> listen(message.path("data").path("streams"));
            default -> heardNoise();
        }
    }

    @Override
    public void heardNoise() {
        JsonRow fault = new JsonRow().text("error_message", "invalid message");
        connection.send(new JsonRow().text("action", "error").child("data", fault.node()).node());
    }

    @Override
    public Optional<AccountId> account() {
        return account;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    /// The account whose events it wants.
    Optional<AccountId> listensTo() {
        return listens ? account : Optional.empty();
    }

    private void authorize(JsonNode key, JsonNode secret) {
        account = venue.authenticate(key.asString(""), secret.asString(""));
        answer(account.isPresent() ? "authorized" : "unauthorized", "authenticate");
    }

    private void listen(JsonNode streams) {
        if (account.isEmpty()) {
            answer("unauthorized", "listen");
            return;
        }
        listens = streams.valueStream().anyMatch(name -> name.asString("").equals(TRADE_UPDATES));
        List<String> heard = listens ? List.of(TRADE_UPDATES) : List.of();
        send("listening", new JsonRow().child("streams", Json.texts(heard)).node());
    }

    private void answer(String status, String action) {
        send("authorization", new JsonRow().text("status", status).text("action", action).node());
    }

    private void send(String stream, ObjectNode answer) {
        connection.send(new JsonRow().text("stream", stream).child("data", answer).node());
    }
}
