package io.opspipeline.alpaca.http;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.pace.Allowance;
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
    private static final long LARGEST_BODY = 64L * 1024 * 1024;
    private static final BodyHandler<String> TEXT =
            BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_BODY);

    private final HttpClient client;
    private final URI base;
    private final Supplier<AlpacaCredentials> credentials;
    private final Duration timeout;

    Transport(
            HttpClient client,
            URI base,
            Supplier<AlpacaCredentials> credentials,
            Duration timeout) {
        this.client = client;
        this.base = base;
        this.credentials = credentials;
        this.timeout = timeout;
    }

    Outcome send(Request request) {
        try {
            return send(request, credentials.get());
        } catch (RuntimeException e) {
            LOG.error("credentials for {} could not be read", base, e);
            return new Outcome.Unanswered("credentials could not be read");
        }
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
            return new Outcome.Unanswered(inOurWords(e.getCause()));
        } catch (InterruptedException _) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.Unanswered("interrupted");
        }
    }

    /// The words of the JDK change from one release to the next, and this becomes an order's
    /// reason.
    private static String inOurWords(@Nullable Throwable cause) {
        return switch (cause) {
            case ConnectException _ -> "no connection to the broker";
            case IOException _ -> "the connection broke before the answer";
            case null, default -> "the request failed";
        };
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
