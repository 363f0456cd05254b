package io.opspipeline.exchange.realtime;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.wire.ExchangeServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves a venue along a clock that runs by itself: orders are worked, each minute's bars go out a
/// second after it ended, and the clock is told once a second of real time. On a thread of its own.
public final class RealTimeDriver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RealTimeDriver.class);
    private static final Duration BAR_DELAY = Duration.ofSeconds(1);
    private static final long TICK_MILLIS = 20;
    private static final int TICKS_PER_TIME = 50;

    private final Venue venue;
    private final ExchangeServer server;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private Instant nextBars;

    private RealTimeDriver(Venue venue, ExchangeServer server, Clock clock) {
        this.venue = venue;
        this.server = server;
        this.clock = clock;
        this.nextBars = firstBars(venue.market().session(), clock.instant());
        this.thread = Thread.ofPlatform().name("exchange driver").daemon().unstarted(this::drive);
    }

    /// Starts to move the venue.
    ///
    /// @param clock never behind the venue's time
    public static RealTimeDriver start(Venue venue, ExchangeServer server, Clock clock) {
        RealTimeDriver driver = new RealTimeDriver(venue, server, clock);
        driver.thread.start();
        return driver;
    }

    /// Lets time stand still.
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void drive() {
        try {
            int ticks = 0;
            while (!closing.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                move(clock.instant());
                if (ticks++ % TICKS_PER_TIME == 0) {
                    server.tellTime();
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("interrupted");
        }
    }

    /// A step that breaks must not stop the time of everybody.
    private void move(Instant now) {
        try {
            while (!now.isBefore(nextBars.plus(Bar.LENGTH).plus(BAR_DELAY)) && isTraded(nextBars)) {
                Instant start = nextBars;
                nextBars = start.plus(Bar.LENGTH);
                advance(nextBars.plus(BAR_DELAY));
                server.publishBars(start);
            }
            advance(now);
        } catch (RuntimeException failure) {
            LOG.error("the market could not be moved to {}", now, failure);
        }
    }

    private void advance(Instant at) {
        if (at.isAfter(venue.now())) {
            venue.advanceTo(at);
        }
    }

    private boolean isTraded(Instant minute) {
        return minute.isBefore(venue.market().session().close());
    }

    private static Instant firstBars(Session session, Instant now) {
        long passed = Math.max(0, Duration.between(session.open(), now).toMinutes());
        return session.open().plus(Bar.LENGTH.multipliedBy(passed));
    }
}
