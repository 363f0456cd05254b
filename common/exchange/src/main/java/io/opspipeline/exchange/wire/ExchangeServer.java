package io.opspipeline.exchange.wire;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.pose.Pose;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.wire.http.RestHandler;
import io.opspipeline.exchange.wire.stream.ClockStream;
import io.opspipeline.exchange.wire.stream.Listeners;
import io.opspipeline.exchange.wire.stream.Streams;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/// A venue on a free port of the loopback interface, for clients that speak Alpaca's protocol. Time
/// is the venue's: it moves only when the driver moves the venue.
public final class ExchangeServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int MOST_THREADS = 12;
    private static final int FEWEST_THREADS = 4;

    private final Server server;
    private final ServerConnector connector;
    private final Streams streams;
    private final Optional<ClockStream> clock;
    private final Venue.Registration events;
    private final Venue.Registration steps;

    private ExchangeServer(Venue venue, WireSettings settings) {
        this.server = new Server(threads());
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory());
        this.streams = new Streams(venue, settings.streams(), settings.plan());
        this.clock = settings.time().map(time -> new ClockStream(time::text));
        connector.setHost(LOOPBACK);
        connector.setPort(settings.port());
        // Time is virtual: a connection that rests for long may be asked again.
        connector.setIdleTimeout(0);
        server.addConnector(connector);
        server.setHandler(handler(venue, settings));
        this.events = venue.listen(streams::happened);
        this.steps = venue.listenToSteps(streams::stepped);
    }

    /// Serves a venue in lockstep with its driver.
    public static ExchangeServer start(Venue venue) {
        return start(venue, WireSettings.lockstep());
    }

    /// Serves a venue that moves by itself to clients in other processes, and tells them the time.
    ///
    /// @param port of the loopback interface; 0 for a free one
    /// @param clock the venue's, UTC
    /// @param speed seconds of that clock per real second
    /// @throws IllegalStateException when the server cannot start
    public static ExchangeServer start(Venue venue, int port, Clock clock, DoubleSupplier speed) {
        return start(venue, port, clock, speed, Pose.healthy(List.of()));
    }

    /// The same, posing as a broker. The accounts are those of the venue.
    ///
    /// @param port of the loopback interface; 0 for a free one
    /// @param clock the time it runs on, UTC
    /// @param speed seconds of that clock per real second
    /// @throws IllegalStateException when the server cannot start
    public static ExchangeServer start(
            Venue venue, int port, Clock clock, DoubleSupplier speed, Pose pose) {
        var time = new PublishedTime(clock, speed);
        return start(venue, WireSettings.realTime(port, time).with(pose));
    }

    /// Serves a venue.
    ///
    /// @throws IllegalStateException when the server cannot start
    public static ExchangeServer start(Venue venue, WireSettings settings) {
        ExchangeServer exchange = new ExchangeServer(venue, settings);
        try {
            exchange.server.start();
        } catch (Exception failure) {
            exchange.close();
            throw new IllegalStateException("the exchange cannot listen", failure);
        }
        return exchange;
    }

    /// Base of the trading API and its stream, without a path.
    public URI tradingUrl() {
        return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
    }

    /// Base of the data API and its streams, without a path.
    public URI dataUrl() {
        return tradingUrl();
    }

    /// The stream that tells the time of an exchange that moves by itself.
    ///
    /// @param exchange base of its APIs
    public static URI clockUrl(URI exchange) {
        return URI.create("ws://" + exchange.getAuthority() + ClockStream.PATH);
    }

    /// Tells the time to those who listen for it.
    public void tellTime() {
        clock.ifPresent(ClockStream::tell);
    }

    /// Puts the bars of a minute into the queues of those who subscribed: one frame a client. Call
    /// it when the venue's time has reached the end of the minute.
    ///
    /// @param minuteStart first instant of the minute, UTC
    public void publishBars(Instant minuteStart) {
        streams.publishBars(minuteStart);
    }

    /// Puts a correction of a bar into the queues of those who subscribed to updated bars. Later
    /// requests still show the market's own bar.
    public void publishUpdatedBar(Bar bar) {
        streams.publishUpdatedBar(bar);
    }

    /// Tells that trading in a stock halts or goes on again. Requests and matching do not know of
    /// it.
    public void publishHalt(TradingHalt halt) {
        streams.publishHalt(halt);
    }

    /// Tells a quote to those who subscribed to its contract, beside those that the market's steps
    /// tell by themselves. Matching and later requests do not know of it.
    public void publishQuote(OccSymbol contract, RawQuote quote) {
        streams.publishQuote(contract, quote);
    }

    /// Sends every queued frame: order events, then bars, then option quotes, each by account. Does
    /// not wait for clients.
    public void flush() {
        streams.flush();
    }

    /// Frames sent to clients so far on all streams, handshake answers included; pings, pongs and
    /// closes are not frames here. Frames that wait are not counted, and one that could not be
    /// written is counted back.
    public long framesSent() {
        return streams.framesSent();
    }

    /// Who listens now.
    public Listeners listeners() {
        return streams.listeners();
    }

    /// Closes every stream, as a broken network would; clients may connect again.
    public void dropStreams() {
        streams.drop();
    }

    /// Closes the streams of order events only.
    public void dropOrderStreams() {
        streams.dropOrders();
    }

    /// Closes the streams of bars and quotes only.
    public void dropPriceStreams() {
        streams.dropPrices();
    }

    /// How many streams are open. One whose client has hung up counts until that is noticed.
    public int openStreams() {
        return streams.open();
    }

    /// Stops listening and closes every connection.
    @Override
    public void close() {
        events.close();
        steps.close();
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("the exchange cannot stop", failure);
        }
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("exchange");
        threads.setDaemon(true);
        return threads;
    }

    private WebSocketUpgradeHandler handler(Venue venue, WireSettings settings) {
        WebSocketUpgradeHandler handler =
                WebSocketUpgradeHandler.from(
                        server,
                        container -> {
                            streams.serve(container);
                            clock.ifPresent(stream -> stream.serve(container));
                        });
        handler.setHandler(new RestHandler(Fronts.requests(venue, settings)));
        return handler;
    }
}
