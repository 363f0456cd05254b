package io.opspipeline.alpaca.http;

import io.opspipeline.alpaca.pace.Backoff;
import io.opspipeline.alpaca.pace.RequestLimiter;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks one host with the credentials of one account.
public final class RequestSender {

    private static final Logger LOG = LoggerFactory.getLogger(RequestSender.class);
    private static final int TRIES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final String name;
    private final Transport transport;
    private final RequestLimiter limiter;
    private final Breaker breaker;
    private final Backoff backoff;
    private final Pause pause;
    private final Clock clock;
    private final RefusalAlerts alerts;

    /// @param name account and host, for people
    RequestSender(
            String name,
            Transport transport,
            RequestLimiter limiter,
            Breaker breaker,
            Backoff backoff,
            Pause pause,
            Clock clock,
            RefusalAlerts alerts) {
        this.name = name;
        this.transport = transport;
        this.limiter = limiter;
        this.breaker = breaker;
        this.backoff = backoff;
        this.pause = pause;
        this.clock = clock;
        this.alerts = alerts;
    }

    /// Reads, and repeats a read that gave no readable answer, a few times.
    ///
    /// @throws BrokerUnavailable when there is no readable answer, or Alpaca refuses
    public WireNode read(Request request) {
        return switch (ask(request)) {
            case Reading.Found(var body) -> body;
            case Reading.Refused(int status, var error) ->
                    throw unavailable(request, status + ": " + error.message());
        };
    }

    /// Reads like [#read(Request)], with refusals as values.
    ///
    /// @throws BrokerUnavailable when there is no readable answer
    public Reading ask(Request request) {
        for (int failures = 0; ; ) {
            try {
                return askOnce(request);
            } catch (UnreadableException e) {
                failures++;
                if (failures == TRIES) {
                    throw unavailable(request, e.reason());
                }
                LOG.warn("{}: {} failed, will be repeated: {}", name, request, e.reason());
                waitFor(backoff.after(name, failures), request);
            }
        }
    }

    /// Sends an order or a cancel once, or not at all when there are too many requests or there is
    /// no way to the broker.
    public Outcome send(Request request) {
        Duration wait = limiter.tryOrder();
        if (!wait.isZero()) {
            return new Outcome.HeldBack(clock.instant().plus(wait));
        }
        Outcome outcome = transport.send(request);
        if (outcome instanceof Outcome.Answered(Answer answer)) {
            learnFrom(request, answer);
            alerts.refusedOrder(request, answer);
        }
        return outcome;
    }

    /// From when the next request may come, after an answer that said this was one too many.
    public Instant retryAt(Answer answer) {
        return limiter.exceeded(answer.allowance());
    }

    private Reading askOnce(Request request) throws UnreadableException {
        awaitPlace(request);
        if (!breaker.admits()) {
            throw unavailable(request, "not asked, nothing was readable lately");
        }
        try {
            Reading reading = read(request, transport.send(request));
            breaker.answered();
            return reading;
        } catch (OneTooManyException e) {
            // The host is well: the limiter knows what to do.
            breaker.answered();
            throw e;
        } catch (UnreadableException | RuntimeException e) {
            breaker.failed(e);
            throw e;
        }
    }

    private Reading read(Request request, Outcome outcome) throws UnreadableException {
        return switch (outcome) {
            case Outcome.Answered(Answer answer) -> read(request, answer);
            case Outcome.Unanswered(String reason) -> throw new UnreadableException(reason);
            case Outcome.HeldBack(var retryAt) ->
                    throw new UnreadableException("not sent before " + retryAt);
            case Outcome.NotSent(var why, _) -> throw new UnreadableException(why.toString());
        };
    }

    private Reading read(Request request, Answer answer) throws UnreadableException {
        learnFrom(request, answer);
        if (answer.isRefusal()) {
            alerts.refusedRead(request, answer);
            return new Reading.Refused(answer.status(), answer.error());
        }
        if (answer.isOneTooMany()) {
            throw new OneTooManyException(answer.inWords());
        }
        if (!answer.isDone()) {
            throw new UnreadableException(answer.inWords());
        }
        return answer.json()
                .map(Reading.Found::new)
                .orElseThrow(() -> new UnreadableException("no JSON, " + answer.inWords()));
    }

    private void learnFrom(Request request, Answer answer) {
        if (answer.isOneTooMany()) {
            limiter.exceeded(answer.allowance());
        } else {
            limiter.heard(answer.allowance());
        }
        alerts.answered(request, answer);
    }

    private void awaitPlace(Request request) {
        Duration wait = limiter.reserveRead();
        if (!wait.isZero()) {
            waitFor(wait, request);
            limiter.waitedReadGoes();
        }
    }

    private void waitFor(Duration length, Request request) {
        // Beyond that Alpaca may say itself whether this is one too many.
        Duration wait = length.compareTo(LONGEST_WAIT) < 0 ? length : LONGEST_WAIT;
        try {
            pause.of(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable("%s: %s interrupted".formatted(name, request), e);
        }
    }

    private BrokerUnavailable unavailable(Request request, String reason) {
        return new BrokerUnavailable("%s: %s: %s".formatted(name, request, reason));
    }
}
