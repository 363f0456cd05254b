package io.opspipeline.alpaca;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.testkit.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// The client of two accounts on a clock that stands still, with everything it does to its
/// surroundings written down.
public final class Bench implements AutoCloseable {

    public static final AccountId LARGE = new AccountId("large");
    public static final AccountId TINY = new AccountId("tiny");

    public final SettableClock clock = SettableClock.at("2026-01-05T15:00:00Z");
    public final List<Duration> pauses = new CopyOnWriteArrayList<>();
    public final List<String> alerts = new CopyOnWriteArrayList<>();
    public final AtomicInteger frames = new AtomicInteger();
    public final HandTimers timers = new HandTimers();
    public final AlpacaClients clients;

    /// @param url of both APIs
    /// @param perMinute requests that each account may make
    /// @param timeout of one answer
    public Bench(URI url, int perMinute, Duration timeout, Optional<Duration> pingEvery) {
        this(url, perMinute, timeout, pingEvery, bothKeys());
    }

    /// With keys of the test's own.
    public Bench(
            URI url,
            int perMinute,
            Duration timeout,
            Optional<Duration> pingEvery,
            AlpacaKeys keys) {
        var settings =
                new AlpacaSettings(
                        url, url, "sip", "opra", timeout, perMinute, perMinute, pingEvery, 0, 1);
        clients =
                new AlpacaClients(
                        settings,
                        keys,
                        new Surroundings(
                                clock,
                                timers,
                                pauses::add,
                                frames::incrementAndGet,
                                (severity, event, _, message, _) ->
                                        alerts.add(severity + " " + event + " " + message)));
    }

    /// With limits and time-outs that nobody meets.
    public static Bench on(FakeAlpaca alpaca) {
        return new Bench(alpaca.url(), 100_000, Duration.ofSeconds(10), Optional.empty());
    }

    private static AlpacaKeys bothKeys() {
        return AlpacaKeys.fixed(
                Map.of(
                        LARGE,
                        new AlpacaCredentials("key-large", "secret-large"),
                        TINY,
                        new AlpacaCredentials("key-tiny", "secret-tiny")),
                LARGE);
    }

    @Override
    public void close() {
        clients.close();
    }
}
