package io.opspipeline.exchange.wire.stream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.json.JsonRow;
import io.opspipeline.exchange.wire.prices.BarRow;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/// The talk on `/v2/{feed}`: `connected`, then `auth`, then `subscribe` and `unsubscribe`. All
/// messages are arrays.
final class BarTalk implements Conversation {

    private static final int POLICY_VIOLATION = 1008;

    private final Venue venue;
    private final Connection connection;
    private final Predicate<AccountId> hasRoom;
    private final Subscription subscription = new Subscription();
    private volatile Optional<AccountId> account = Optional.empty();

    /// @param hasRoom whether an account may have another connection
    BarTalk(Venue venue, Connection connection, Predicate<AccountId> hasRoom) {
        this.venue = venue;
        this.connection = connection;
        this.hasRoom = hasRoom;
    }

    @Override
    public void opened() {
        send(success("connected"));
        String key = connection.header("APCA-API-KEY-ID");
        if (!key.isEmpty()) {
            authenticate(key, connection.header("APCA-API-SECRET-KEY"));
        }
    }

    @Override
    public void heard(ObjectNode message) {
        switch (message.path("action").asString("")) {
            case "auth" ->
                    authenticate(
                            message.path("key").asString(""), message.path("secret").asString(""));
            case "subscribe" -> subscribed(() -> subscription.add(message));
            case "unsubscribe" -> subscribed(() -> subscription.remove(message));
            default -> heardNoise();
        }
    }

    @Override
    public void heardNoise() {
        send(StreamError.INVALID_SYNTAX.row());
    }

    @Override
    public Optional<AccountId> account() {
        return account;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    /// The symbols it subscribed to bars of.
    Collection<String> symbols() {
        return subscription.of(Subscription.BARS);
    }

    /// The frame that shows those of some bars that it subscribed to; empty when there is none.
    ///
    /// @param channel of [Subscription]
    /// @param kind the `T` of each
    Optional<String> frame(String channel, String kind, List<Bar> bars) {
        List<ObjectNode> rows =
                bars.stream()
                        .filter(bar -> subscription.wants(channel, bar.ticker()))
                        .map(bar -> row(kind, bar))
                        .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(Json.print(Json.array(rows)));
    }

    private static ObjectNode row(String kind, Bar bar) {
        JsonRow row = new JsonRow().text("T", kind).text("S", bar.ticker().symbol());
        return BarRow.of(bar).onto(row).node();
    }

    private void authenticate(String key, String secret) {
        if (account.isPresent()) {
            send(StreamError.ALREADY_AUTHENTICATED.row());
            return;
        }
        Optional<AccountId> known = venue.authenticate(key, secret);
        if (known.isEmpty()) {
            send(StreamError.AUTH_FAILED.row());
        } else if (hasRoom.test(known.get())) {
            account = known;
            send(success("authenticated"));
        } else {
            send(StreamError.CONNECTION_LIMIT_EXCEEDED.row());
            connection.close(POLICY_VIOLATION, "connection limit exceeded");
        }
    }

    private void subscribed(Runnable change) {
        if (account.isEmpty()) {
            send(StreamError.NOT_AUTHENTICATED.row());
            return;
        }
        change.run();
        send(subscription.row());
    }

    private static ObjectNode success(String message) {
        return new JsonRow().text("T", "success").text("msg", message).node();
    }

    private void send(ObjectNode row) {
        connection.send(Json.print(Json.array(List.of(row))));
    }
}
