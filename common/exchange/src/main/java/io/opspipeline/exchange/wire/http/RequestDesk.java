package io.opspipeline.exchange.wire.http;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.Faults.AnswerFault;
import io.opspipeline.exchange.venue.Faults.RequestFault;
import io.opspipeline.exchange.venue.RefusalReason;
import io.opspipeline.exchange.venue.Venue;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Answers every request that is not for a stream, whatever carried it here.
public final class RequestDesk {

    private final Venue venue;
    private final RateLimits limits;
    private final Routes routes;

    /// @param venue knows the keys, the time and the faults
    /// @param limits how often one may ask
    /// @param routes what can be asked
    public RequestDesk(Venue venue, RateLimits limits, Routes routes) {
        this.venue = venue;
        this.limits = limits;
        this.routes = routes;
    }

    /// What comes back.
    public Reply answer(Incoming request) {
        Optional<AccountId> account =
                ApiKey.in(request).flatMap(key -> venue.authenticate(key.keyId(), key.secret()));
        return account.map(known -> answer(request, known))
                .orElseGet(() -> sent(request.api().unauthorized(), Collections.emptySortedMap()));
    }

    private Reply answer(Incoming request, AccountId account) {
        Instant now = venue.now();
        RateLimits.Allowance allowance = limits.take(account, request.api(), now);
        SortedMap<String, String> headers = headers(allowance);
        if (allowance.isExceeded()) {
            return sent(request.api().rateLimited(), headers);
        }
        Faults faults = venue.faults();
        Faults.Request kind = kind(request);
        RequestFault fault = faults.onRequest(account, kind, now);
        if (fault != RequestFault.NONE && fault != RequestFault.TWICE) {
            return refused(fault, request.api(), headers);
        }
        if (faults.withholds(account, request.path(), now)) {
            return sent(Answer.message(403, "OPRA agreement is not signed"), headers);
        }
        Answer answer =
                fault == RequestFault.TWICE
                        ? repeated(request.whole(), account, now)
                        : carriedOut(request, account, now);
        faults.beforeAnswer(account, kind);
        return spoilt(faults.onAnswer(account, kind, now), answer, headers);
    }

    private Answer repeated(Incoming request, AccountId account, Instant now) {
        carriedOut(request, account, now);
        return carriedOut(request, account, now);
    }

    private Answer carriedOut(Incoming request, AccountId account, Instant now) {
        Answer answer =
                routes.answer(
                        request.method(),
                        request.path(),
                        subject ->
                                new Call(
                                        account,
                                        now,
                                        subject,
                                        new Parameters(request.api(), query(request)),
                                        request.body().get()));
        return answer.with(venue.faults().onBody(account, request.path(), answer.body()));
    }

    /// What is asked for, in pages that are no larger than a fault lets them be.
    private Map<String, String> query(Incoming request) {
        int largest = venue.faults().largestPage();
        if (request.api() != Api.DATA || largest == Integer.MAX_VALUE) {
            return request.query();
        }
        Map<String, String> query = new HashMap<>(request.query());
        query.put("limit", Integer.toString(largest));
        return query;
    }

    private static Reply refused(RequestFault fault, Api api, SortedMap<String, String> headers) {
        return switch (fault) {
            case NONE, TWICE -> throw new IllegalArgumentException("the request is carried out");
            case UNKNOWN ->
                    sent(
                            Answer.refusal(RefusalReason.ORDER_NOT_FOUND.says("order not found")),
                            headers);
            case CUT -> new Reply.Cut();
            case UNAVAILABLE ->
                    sent(Answer.page(503, "503 Service Temporarily Unavailable"), headers);
            case TOO_MANY -> sent(api.rateLimited(), headers);
        };
    }

    private static Reply spoilt(
            AnswerFault fault, Answer answer, SortedMap<String, String> headers) {
        return switch (fault) {
            case NONE -> sent(answer, headers);
            case LOST -> new Reply.Silence();
            case CUT -> new Reply.Cut();
            case GATEWAY_TIMEOUT -> sent(Answer.page(504, "504 Gateway Time-out"), headers);
            case UNREADABLE -> sent(Answer.page(200, "Please wait"), headers);
        };
    }

    private static Reply sent(Answer answer, SortedMap<String, String> headers) {
        return new Reply.Sent(answer, headers);
    }

    private static SortedMap<String, String> headers(RateLimits.Allowance allowance) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("X-RateLimit-Limit", Integer.toString(allowance.limit()));
        headers.put("X-RateLimit-Remaining", Integer.toString(allowance.remaining()));
        headers.put("X-RateLimit-Reset", Long.toString(allowance.reset().getEpochSecond()));
        return headers;
    }

    private static Faults.Request kind(Incoming request) {
        return switch (request.method()) {
            case "POST" -> Faults.Request.SUBMIT;
            case "DELETE" -> Faults.Request.CANCEL;
            default -> request.api() == Api.DATA ? Faults.Request.PRICES : Faults.Request.READ;
        };
    }
}
