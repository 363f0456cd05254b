package io.opspipeline.exchange.wire.stream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.pose.DataPlan;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.venue.VenueEvent;
import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.json.JsonRow;
import io.opspipeline.exchange.wire.prices.BarRow;
import io.opspipeline.exchange.wire.prices.ClosedBars;
import io.opspipeline.exchange.wire.trading.TradeUpdateRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The streams of order events, of bars and of option quotes.
public final class Streams {

    private static final String ORDERS = "/stream";
    private static final String MSGPACK = "application/msgpack";
    private static final int GOING_AWAY = 1001;
    private static final int TOO_MANY = 429;

    private final Venue venue;
    private final StreamSettings settings;
    private final DataPlan plan;
    private final FrameCount count = new FrameCount();
    private final Conversations conversations = new Conversations();

    /// How the talk of each path begins.
    private final Map<String, Function<Wire, Conversation>> beginnings = new TreeMap<>();

    /// @param venue whose events and prices are told; the caller makes it tell [#happened] and
    ///   [#stepped]
    /// @param settings how they behave
    /// @param plan what the data subscription gives
    public Streams(Venue venue, StreamSettings settings, DataPlan plan) {
        this.venue = venue;
        this.settings = settings;
        this.plan = plan;
        beginnings.put(ORDERS, this::orderTalk);
        PriceFeed.ALL.forEach(feed -> beginnings.put(feed.path(), wire -> priceTalk(feed, wire)));
    }

    /// Puts the streams at their paths.
    public void serve(ServerWebSocketContainer container) {
        container.setIdleTimeout(Duration.ZERO);
        beginnings.forEach((path, begin) -> serve(container, path, begin));
    }

    /// Tells an event to the clients of its account.
    public void happened(VenueEvent event) {
        JsonNode frame = TradeUpdateRow.of(event);
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

    /// Tells those who subscribed to statuses that trading in a stock halts or goes on again, as
    /// the tape of Nasdaq says it.
    public void publishHalt(TradingHalt halt) {
        ObjectNode row =
                new JsonRow()
                        .text("T", "s")
                        .text("S", halt.ticker().symbol())
                        .text("sc", halt.isOn() ? "H" : "T")
                        .text("sm", halt.isOn() ? "Trading Halt" : "Trading Resumption")
                        .text("rc", "")
                        .text("rm", halt.reason())
                        .instant("t", halt.at())
                        .text("z", "C")
                        .node();
        talks(PriceFeed.Kind.STOCKS).stream()
                .filter(talk -> talk.wants(Subscription.STATUSES, halt.ticker().symbol()))
                .forEach(talk -> tellAll(talk, List.of(row)));
    }

    /// Tells every client of options the market's quotes of all it subscribed to, in one frame,
    /// whether they have changed or not.
    ///
    /// @param now the venue's time, UTC
    public void stepped(Instant now) {
        for (PriceTalk talk : talks(PriceFeed.Kind.OPTIONS)) {
            List<ObjectNode> rows =
                    talk.symbols(Subscription.QUOTES).stream()
                            .map(OccSymbol::parse)
                            .flatMap(contract -> quote(contract, now).stream())
                            .toList();
            tellAll(talk, rows);
        }
    }

    /// Tells a quote to those who subscribed to its contract. It need not be the market's: requests
    /// and matching do not know of it.
    public void publishQuote(OccSymbol contract, RawQuote quote) {
        talks(PriceFeed.Kind.OPTIONS).stream()
                .filter(talk -> talk.wants(Subscription.QUOTES, contract.toString()))
                .forEach(talk -> tellAll(talk, List.of(QuoteMessage.of(contract, quote))));
    }

    /// Sends what waits: order events first, then bars, then quotes; each by account.
    public void flush() {
        conversations.of(OrderTalk.class).forEach(talk -> talk.connection().flush());
        talks(PriceFeed.Kind.STOCKS).forEach(talk -> talk.connection().flush());
        talks(PriceFeed.Kind.OPTIONS).forEach(talk -> talk.connection().flush());
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
                symbols(PriceFeed.Kind.STOCKS, Subscription.BARS),
                symbols(PriceFeed.Kind.OPTIONS, Subscription.QUOTES));
    }

    /// Closes every connection; what waits for them is lost.
    public void drop() {
        drop(Conversation.class);
    }

    /// Closes the connections of order events; what waits for them is lost.
    public void dropOrders() {
        drop(OrderTalk.class);
    }

    /// Closes the connections of bars and quotes; what waits for them is lost.
    public void dropPrices() {
        drop(PriceTalk.class);
    }

    /// How many connections are open.
    public int open() {
        return Math.toIntExact(
                conversations.of(Conversation.class).stream()
                        .filter(talk -> talk.connection().isOpen())
                        .count());
    }

    private void drop(Class<? extends Conversation> kind) {
        conversations.of(kind).forEach(talk -> talk.connection().close(GOING_AWAY, "dropped"));
    }

    private void publish(String channel, String kind, List<Bar> bars) {
        for (PriceTalk talk : talks(PriceFeed.Kind.STOCKS)) {
            tellAll(
                    talk,
                    bars.stream()
                            .filter(bar -> talk.wants(channel, bar.ticker().symbol()))
                            .map(bar -> row(kind, bar))
                            .toList());
        }
    }

    private static ObjectNode row(String kind, Bar bar) {
        JsonRow row = new JsonRow().text("T", kind).text("S", bar.ticker().symbol());
        return BarRow.of(bar).onto(row).node();
    }

    private Optional<ObjectNode> quote(OccSymbol contract, Instant now) {
        return venue.market()
                .optionQuote(contract, now)
                .map(quote -> QuoteMessage.of(contract, quote));
    }

    private List<PriceTalk> talks(PriceFeed.Kind kind) {
        return conversations.of(PriceTalk.class).stream()
                .filter(talk -> talk.feed().kind() == kind)
                .toList();
    }

    private SortedSet<String> symbols(PriceFeed.Kind kind, String channel) {
        return talks(kind).stream()
                .flatMap(talk -> talk.symbols(channel).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void tellAll(PriceTalk talk, List<ObjectNode> rows) {
        if (!rows.isEmpty()) {
            tell(talk, Json.array(rows));
        }
    }

    private void tell(Conversation talk, JsonNode frame) {
        talk.connection().queue(frame);
        if (settings.immediate()) {
            talk.connection().flush();
        }
    }

    /// Begins the talk of a client that has connected to a path.
    ///
    /// @return empty when there is no stream at the path, or a fault refuses it
    public Optional<Talk> connect(String path, Wire wire) {
        return isRefused()
                ? Optional.empty()
                : Optional.ofNullable(beginnings.get(path))
                        .map(begin -> new Talk(conversations, begin.apply(wire)));
    }

    private boolean isRefused() {
        return venue.faults().refusesStreams(venue.now());
    }

    private void serve(
            ServerWebSocketContainer container, String path, Function<Wire, Conversation> begin) {
        container.addMapping(
                path,
                (_, response, callback) -> {
                    if (isRefused()) {
                        Response.writeError(
                                response.getRequest(), response, callback, TOO_MANY, "too many");
                        return null;
                    }
                    return new Socket(count, wire -> new Talk(conversations, begin.apply(wire)));
                });
    }

    private Conversation orderTalk(Wire wire) {
        return new OrderTalk(venue, new Connection(wire, Connection.Form.BINARY));
    }

    private Conversation priceTalk(PriceFeed feed, Wire wire) {
        boolean readsMsgPack = MSGPACK.equalsIgnoreCase(wire.header("Content-Type"));
        boolean isMsgPack = readsMsgPack && feed.kind() == PriceFeed.Kind.OPTIONS;
        Connection.Form form = isMsgPack ? Connection.Form.MSGPACK : Connection.Form.TEXT;
        return new PriceTalk(
                venue, feed, new Connection(wire, form), account -> refusal(feed, account));
    }

    private Optional<StreamError> refusal(PriceFeed feed, AccountId account) {
        if (!feed.isGivenBy(plan)) {
            return Optional.of(StreamError.INSUFFICIENT_SUBSCRIPTION);
        }
        boolean isFree = !venue.faults().takesSeat(account, venue.now());
        return isFree && hasRoom(feed, account)
                ? Optional.empty()
                : Optional.of(StreamError.CONNECTION_LIMIT_EXCEEDED);
    }

    private boolean hasRoom(PriceFeed feed, AccountId account) {
        return conversations.of(PriceTalk.class).stream()
                        .filter(talk -> talk.feed().equals(feed))
                        .filter(talk -> talk.connection().isOpen())
                        .filter(talk -> talk.account().filter(account::equals).isPresent())
                        .count()
                < settings.priceStreamsPerAccount();
    }
}
