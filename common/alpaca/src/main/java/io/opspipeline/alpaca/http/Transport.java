package io.opspipeline.alpaca.http;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.pace.Allowance;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a request once to one host with the credentials of one account.
final class Transport {

    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
    private static final Duration NEXT_TRY = Duration.ofSeconds(1);
    private static final long LARGEST_BODY = 64L * 1024 * 1024;
    private static final BodyHandler<String> TEXT =
            BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_BODY);

    private final HttpClient client;
    private final URI base;
    private final Supplier<AlpacaCredentials> credentials;
    private final Duration timeout;
    private final Clock clock;

    Transport(
            HttpClient client,
            URI base,
            Supplier<AlpacaCredentials> credentials,
            Duration timeout,
            Clock clock) {
        this.client = client;
        this.base = base;
        this.credentials = credentials;
        this.timeout = timeout;
        this.clock = clock;
    }

    Outcome send(Request request) {
        AlpacaCredentials keys;
        try {
            keys = credentials.get();
        } catch (RuntimeException e) {
            LOG.error("keys for {} cannot be used", base, e);
            return notSent(
                    DenialCode.KEYS_UNUSABLE.says(
                            "the keys cannot be read, or nobody says that they open the account"));
        }
        return send(request, keys);
    }

    private Outcome send(Request request, AlpacaCredentials keys) {
        var event = new RequestEvent();
        event.begin();
        Outcome outcome = answerTo(request, keys);
        event.record(request, outcome);
        return outcome;
    }

    private Outcome answerTo(Request request, AlpacaCredentials keys) {
        CompletableFuture<HttpResponse<String>> pending =
                client.sendAsync(built(request, keys), TEXT);
        try {
            // The client's own time-out ends with the headers; this one covers the body as well.
            return answered(pending.get(timeout.toNanos(), TimeUnit.NANOSECONDS), keys);
        } catch (TimeoutException _) {
            pending.cancel(true);
            return new Outcome.Unanswered("no answer within " + timeout);
        } catch (ExecutionException e) {
            LOG.warn("{}: {}", request, keys.blankedIn(String.valueOf(e.getCause())));
            return failed(e.getCause());
        } catch (InterruptedException _) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.Unanswered("interrupted");
        }
    }

    /// Without a connection nothing was written. A time-out of connecting may come while it is
    /// made, so it tells nothing. The words of the JDK change from one release to the next, and
    /// ours become an order's reason.
    private Outcome failed(@Nullable Throwable cause) {
        return switch (cause) {
            case ConnectException _ ->
                    notSent(DenialCode.BROKER_UNREACHABLE.says("no connection to the broker"));
            case IOException _ -> new Outcome.Unanswered("the connection broke before the answer");
            case null, default -> new Outcome.Unanswered("the request failed");
        };
    }

    private Outcome notSent(Denial why) {
        return new Outcome.NotSent(why, clock.instant().plus(NEXT_TRY));
    }

    private HttpRequest built(Request request, AlpacaCredentials keys) {
        return HttpRequest.newBuilder(request.on(base))
                .method(request.method(), body(request))
                .header("APCA-API-KEY-ID", keys.keyId())
                .header("APCA-API-SECRET-KEY", keys.secret())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .build();
    }

    private static BodyPublisher body(Request request) {
        return request.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
    }

    private static Outcome answered(HttpResponse<String> response, AlpacaCredentials keys) {
        return new Outcome.Answered(
                new Answer(
                        response.statusCode(),
                        keys.blankedIn(response.body()),
                        Allowance.read(response.headers()::firstValue)));
    }
}
