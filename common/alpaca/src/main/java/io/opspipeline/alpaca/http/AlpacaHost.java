package io.opspipeline.alpaca.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.ports.broker.BrokerUnavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// One account's way to one of Alpaca's hosts.
public final class AlpacaHost {

    private static final int TRIES = 3;
    private static final int BREAKER_WINDOW = 20;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration BREAKER_REST = Duration.ofSeconds(15);

    private final HttpClient client;
    private final URI base;
    private final Supplier<AlpacaCredentials> credentials;
    private final Duration timeout;
    private final Surroundings around;
    private final RequestLimit limit;
    private final CircuitBreaker breaker;
    private final Jitter jitter;

    /// @param client shared by all hosts
    /// @param base the host
    /// @param credentials of the account that asks
    /// @param timeout for one answer, real time
    /// @param perMinute what the account may ask
    /// @param around clock and pauses
    /// @param jitter of the pauses between tries
    public AlpacaHost(
            HttpClient client,
            URI base,
            Supplier<AlpacaCredentials> credentials,
            Duration timeout,
            int perMinute,
            Surroundings around,
            Jitter jitter) {
        this.client = client;
        this.base = base;
        this.credentials = credentials;
        this.timeout = timeout;
        this.around = around;
        this.limit = new RequestLimit(perMinute, around.clock(), around.pause());
        this.breaker = CircuitBreaker.of(base.getAuthority(), breakerConfig(around.clock()));
        this.jitter = jitter;
    }

    /// Reads, again after a growing pause when there is no answer, a 5xx or a 429.
    ///
    /// @throws BrokerUnavailable when no try brought an answer, or the breaker is open
    public Reply get(String path, Query query) {
        if (!breaker.tryAcquirePermission()) {
            throw new BrokerUnavailable(base.getHost() + " is left alone for a while: GET " + path);
        }
        try {
            Reply reply = tried(path, query);
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            return reply;
        } catch (BrokerUnavailable unavailable) {
            breaker.onError(0, TimeUnit.NANOSECONDS, unavailable);
            throw unavailable;
        } catch (InterruptedException e) {
            breaker.releasePermission();
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable("interrupted: GET " + path, e);
        }
    }

    /// Sends once.
    ///
    /// @throws NoAnswerException when it is not known what became of it
    public Reply post(String path, String json) throws NoAnswerException {
        return once(
                request(path, Query.NONE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    /// Deletes once.
    ///
    /// @throws NoAnswerException when it is not known what became of it
    public Reply delete(String path) throws NoAnswerException {
        return once(request(path, Query.NONE).DELETE().build());
    }

    /// Takes a permit for an order.
    ///
    /// @return empty when it may be sent now, else when it may be
    public Optional<Instant> permitOrder() {
        return limit.tryOrder();
    }

    private Reply tried(String path, Query query) throws InterruptedException {
        BrokerUnavailable last = null;
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            if (attempt > 1) {
                around.pause().of(jitter.of(FIRST_PAUSE.multipliedBy(1L << (attempt - 2))));
            }
            limit.awaitRead();
            try {
                Reply reply = once(request(path, query).GET().build());
                if (reply.isSuccess() || reply.isRefusal()) {
                    return reply;
                }
                last =
                        new BrokerUnavailable(
                                "GET %s: %d %s"
                                        .formatted(path, reply.status(), reply.error().message()));
            } catch (NoAnswerException e) {
                last = new BrokerUnavailable(String.valueOf(e.getMessage()), e);
            }
        }
        throw java.util.Objects.requireNonNull(last);
    }

    private Reply once(HttpRequest request) throws NoAnswerException {
        AlpacaCredentials used = credentials.get();
        String what = request.method() + " " + request.uri().getPath();
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    used.blankedIn(response.body()),
                    response.headers()
                            .firstValue("X-RateLimit-Reset")
                            .flatMap(AlpacaHost::epochSecond));
        } catch (IOException e) {
            throw new NoAnswerException(used.blankedIn(what + ": " + e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException(what + ": interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path, Query query) {
        AlpacaCredentials used = credentials.get();
        return HttpRequest.newBuilder(base.resolve(path + query.text()))
                .timeout(timeout)
                .header("APCA-API-KEY-ID", used.keyId())
                .header("APCA-API-SECRET-KEY", used.secret())
                .header("Accept", "application/json");
    }

    private static Optional<Instant> epochSecond(String text) {
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text.strip())));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    private static CircuitBreakerConfig breakerConfig(Clock clock) {
        return CircuitBreakerConfig.custom()
                .clock(clock)
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .slidingWindowSize(BREAKER_WINDOW)
                .minimumNumberOfCalls(BREAKER_WINDOW / 2)
                .failureRateThreshold(60)
                .waitDurationInOpenState(BREAKER_REST)
                .permittedNumberOfCallsInHalfOpenState(2)
                .build();
    }
}
