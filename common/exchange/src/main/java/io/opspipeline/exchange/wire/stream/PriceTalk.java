package io.opspipeline.exchange.wire.stream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// The talk on a feed of prices: `connected`, then `auth`, then `subscribe` and `unsubscribe`. All
/// messages are arrays. A feed of options ends at once for a client that does not read MsgPack.
final class PriceTalk implements Conversation {

    private static final int POLICY_VIOLATION = 1008;

    private final Venue venue;
    private final PriceFeed feed;
    private final Connection connection;
    private final Function<AccountId, Optional<StreamError>> refusal;
    private final Subscription subscription;
    private volatile Optional<AccountId> account = Optional.empty();

    /// @param refusal why an account may not have this connection; empty when it may
    PriceTalk(
            Venue venue,
            PriceFeed feed,
            Connection connection,
            Function<AccountId, Optional<StreamError>> refusal) {
        this.venue = venue;
        this.feed = feed;
        this.connection = connection;
        this.refusal = refusal;
        this.subscription = new Subscription(feed.channels());
    }

    @Override
    public void opened() {
        if (feed.kind() == PriceFeed.Kind.OPTIONS && !connection.isMsgPack()) {
            StreamError refusal = StreamError.OPTION_MESSAGES_ARE_ONLY_AVAILABLE_IN_MSGPACK;
            send(refusal.row());
            connection.close(POLICY_VIOLATION, refusal.name());
            return;
        }
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
            case "subscribe" -> subscribe(message);
            case "unsubscribe" -> change(() -> subscription.remove(message));
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

    PriceFeed feed() {
        return feed;
    }

    /// The symbols of a channel that it subscribed to.
    Collection<String> symbols(String channel) {
        return subscription.of(channel);
    }

    /// True when it subscribed to a symbol in a channel.
    boolean wants(String channel, String symbol) {
        return subscription.wants(channel, symbol);
    }

    private void authenticate(String key, String secret) {
        if (account.isPresent()) {
            send(StreamError.ALREADY_AUTHENTICATED.row());
            return;
        }
        Optional<AccountId> known = venue.authenticate(key, secret);
        if (known.isEmpty()) {
            send(StreamError.AUTH_FAILED.row());
            return;
        }
        Optional<StreamError> refused = refusal.apply(known.get());
        if (refused.isPresent()) {
            send(refused.get().row());
            connection.close(POLICY_VIOLATION, refused.get().words());
        } else {
            account = known;
            send(success("authenticated"));
        }
    }

    private void subscribe(ObjectNode message) {
        feed.fault(message, subscription)
                .filter(_ -> account.isPresent())
                .ifPresentOrElse(
                        fault -> send(fault.row()), () -> change(() -> subscription.add(message)));
    }

    private void change(Runnable change) {
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
        connection.send(Json.array(List.of(row)));
    }
}
