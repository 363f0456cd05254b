package io.opspipeline.local.up;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.pose.Pose;
import io.opspipeline.exchange.realtime.RealTimeDriver;
import io.opspipeline.exchange.venue.Books;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.venue.VenueListener;
import io.opspipeline.exchange.wire.ExchangeServer;
import io.opspipeline.local.day.LocalAccount;
import io.opspipeline.runtime.time.PacedClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/// The simulated exchange as a process: it trades one session on a clock of its own, which starts
/// shortly before the open. Its books live as long as it does.
public final class ExchangeProcess implements AutoCloseable {

    /// Its name among the processes of a run.
    public static final String NAME = "exchange";

    private static final Duration BEFORE_OPEN = Duration.ofMinutes(5);

    private final PacedClock clock;
    private final Venue venue;
    private final ExchangeServer server;
    private final RealTimeDriver driver;

    private ExchangeProcess(
            PacedClock clock, Venue venue, ExchangeServer server, RealTimeDriver driver) {
        this.clock = clock;
        this.venue = venue;
        this.server = server;
        this.driver = driver;
    }

    /// Opens a market on loopback. Time runs at the speed of real time until it is told otherwise.
    ///
    /// @param port 0 for a free one
    public static ExchangeProcess open(Market market, int port) {
        return open(
                market,
                port,
                Pose.healthy(LocalAccount.ALL.stream().map(LocalAccount::opening).toList()));
    }

    /// The same, posing as a broker.
    ///
    /// @param port 0 for a free one
    public static ExchangeProcess open(Market market, int port, Pose pose) {
        draw(market);
        PacedClock clock = new PacedClock(market.session().open().minus(BEFORE_OPEN), 1);
        Instant start = clock.instant();
        Venue venue = Venue.open(market, pose.accounts(), start);
        ExchangeServer server = ExchangeServer.start(venue, port, clock, clock::speed, pose);
        return new ExchangeProcess(
                clock, venue, server, RealTimeDriver.start(venue, server, clock));
    }

    /// Base of its APIs and streams.
    public URI url() {
        return server.tradingUrl();
    }

    /// Everything in its books, at one moment.
    public Books books() {
        return venue.books();
    }

    /// Tells somebody of everything that happens to orders, until it is closed.
    public Venue.Registration listen(VenueListener listener) {
        return venue.listen(listener);
    }

    /// Its time, UTC.
    public Instant now() {
        return clock.instant();
    }

    /// The clock stream of an exchange.
    public static URI clockUrl(URI exchange) {
        return ExchangeServer.clockUrl(exchange);
    }

    /// Lets its time run faster or slower.
    ///
    /// @param speed seconds of its time per real second, above 0
    public void run(double speed) {
        clock.set(clock.instant(), speed);
        server.tellTime();
    }

    @Override
    public void close() {
        driver.close();
        server.close();
    }

    /// Prices are drawn or read when they are first asked for; that must not be in the session.
    private static void draw(Market market) {
        Session session = market.session();
        market.tickers()
                .forEach(ticker -> {
                    var _ = market.bars(ticker, session.open(), session.close());
                    var _ = market.options(ticker);
                });
    }
}
