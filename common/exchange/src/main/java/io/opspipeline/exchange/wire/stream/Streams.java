package io.opspipeline.exchange.wire.stream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.venue.VenueEvent;
import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.prices.ClosedBars;
import io.opspipeline.exchange.wire.trading.TradeUpdateRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/// Both streams.
public final class Streams {

    private static final List<String> FEEDS = List.of("sip", "iex", "delayed_sip", "test");
    private static final int GOING_AWAY = 1001;

    private final Venue venue;
    private final StreamSettings settings;
    private final FrameCount count = new FrameCount();
    private final Conversations conversations = new Conversations();

    /// @param venue whose events and bars are told; the caller makes it tell [#happened]
    /// @param settings how they behave
    public Streams(Venue venue, StreamSettings settings) {
        this.venue = venue;
        this.settings = settings;
    }

    /// Puts the streams at their paths.
    public void serve(ServerWebSocketContainer container) {
        container.setIdleTimeout(Duration.ZERO);
        serve(container, "/stream", this::orderTalk);
        FEEDS.forEach(feed -> serve(container, "/v2/" + feed, this::barTalk));
    }

    /// Tells an event to the clients of its account.
    public void happened(VenueEvent event) {
        String frame = Json.print(TradeUpdateRow.of(event));
        conversations.of(OrderTalk.class).stream()
                .filter(talk -> talk.listensTo().filter(event.account()::equals).isPresent())
                .forEach(talk -> tell(talk, frame));
    }

    /// Tells the bars of a minute: one frame for each client that subscribed to any of them, sorted
    /// by symbol. A minute that has not closed by the venue's time has none.
    public void publishBars(Instant minuteStart) {
        ClosedBars closed = new ClosedBars(venue.market(), venue.now());
        publish(
                Subscription.BARS,
                "b",
                venue.market().tickers().stream()
                        .flatMap(ticker ->
                                closed
                                        .minutes(ticker, minuteStart, minuteStart.plus(Bar.LENGTH))
                                        .stream())
                        .toList());
    }

    /// Tells a correction of a bar to those who subscribed to updated bars.
    public void publishUpdatedBar(Bar bar) {
        publish(Subscription.UPDATED_BARS, "u", List.of(bar));
    }

    /// Sends what waits: order events first, then bars; each by account.
    public void flush() {
        conversations.of(OrderTalk.class).forEach(talk -> talk.connection().flush());
        conversations.of(BarTalk.class).forEach(talk -> talk.connection().flush());
    }

    /// Frames handed to open connections so far, handshake answers included, pings and closes not.
    public long framesSent() {
        return count.sent();
    }

    /// Who listens now.
    public Listeners listeners() {
        return new Listeners(
                conversations.of(OrderTalk.class).stream()
                        .flatMap(talk -> talk.listensTo().stream())
                        .collect(Collectors.toCollection(TreeSet::new)),
                conversations.of(BarTalk.class).stream()
                        .flatMap(talk -> talk.symbols().stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /// Closes every connection; what waits for them is lost.
    public void drop() {
        conversations
                .of(Conversation.class)
                .forEach(talk -> talk.connection().close(GOING_AWAY, "dropped"));
    }

    private void publish(String channel, String kind, List<Bar> bars) {
        conversations
                .of(BarTalk.class)
                .forEach(talk ->
                        talk.frame(channel, kind, bars).ifPresent(frame -> tell(talk, frame)));
    }

    private void tell(Conversation talk, String frame) {
        talk.connection().queue(frame);
        if (settings.immediate()) {
            talk.connection().flush();
        }
    }

    private void serve(
            ServerWebSocketContainer container,
            String path,
            Function<Session, Conversation> begin) {
        container.addMapping(path, (_, _, _) -> new Socket(conversations, begin));
    }

    private Conversation orderTalk(Session session) {
        return new OrderTalk(venue, new Connection(session, Connection.Form.BINARY, count));
    }

    private Conversation barTalk(Session session) {
        return new BarTalk(
                venue, new Connection(session, Connection.Form.TEXT, count), this::hasRoom);
    }

    private boolean hasRoom(AccountId account) {
        return conversations.of(BarTalk.class).stream()
                        .filter(talk -> talk.connection().isOpen())
                        .filter(talk -> talk.account().filter(account::equals).isPresent())
                        .count()
                < settings.barStreamsPerAccount();
    }
}
