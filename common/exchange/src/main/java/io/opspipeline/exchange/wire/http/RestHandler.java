package io.opspipeline.exchange.wire.http;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.Faults.RequestFault;
import io.opspipeline.exchange.venue.Venue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/// Answers every request that is not for a stream.
public final class RestHandler extends Handler.Abstract {

    private final Venue venue;
    private final RateLimits limits;
    private final Routes routes;

    /// @param venue knows the keys, the time and the faults
    /// @param limits how often one may ask
    /// @param routes what can be asked
    public RestHandler(Venue venue, RateLimits limits, Routes routes) {
        this.venue = venue;
        this.limits = limits;
        this.routes = routes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        Delivery delivery = new Delivery(response, callback);
        Optional<AccountId> account =
                ApiKey.in(request.getHeaders())
                        .flatMap(key -> venue.authenticate(key.keyId(), key.secret()));
        if (account.isEmpty()) {
            delivery.send(api(request).unauthorized());
        } else {
            answer(request, account.get(), delivery);
        }
        return true;
    }

    private void answer(Request request, AccountId account, Delivery delivery) throws IOException {
        Instant now = venue.now();
        RateLimits.Allowance allowance = limits.take(account, api(request), now);
        delivery.tell(allowance);
        if (allowance.isExceeded()) {
            delivery.send(api(request).rateLimited());
            return;
        }
        Faults faults = venue.faults();
        Faults.Request kind = kind(request);
        RequestFault fault = faults.onRequest(account, kind, now);
        if (fault == RequestFault.NONE) {
            Answer answer = carriedOut(request, account, now);
            faults.beforeAnswer(account, kind);
            delivery.send(answer, faults.onAnswer(account, kind, now));
        } else {
            delivery.refuse(fault, api(request));
        }
    }

    private Answer carriedOut(Request request, AccountId account, Instant now) {
        String path = Request.getPathInContext(request);
        Answer answer =
                routes.answer(
                        request.getMethod(), path, subject -> call(request, account, now, subject));
        return answer.with(venue.faults().onBody(account, path, answer.body()));
    }

    private static Call call(Request request, AccountId account, Instant now, String subject) {
        Parameters parameters = new Parameters(api(request), query(request));
        return new Call(account, now, subject, parameters, body(request));
    }

    private static Faults.Request kind(Request request) {
        return switch (request.getMethod()) {
            case "POST" -> Faults.Request.SUBMIT;
            case "DELETE" -> Faults.Request.CANCEL;
            default -> api(request) == Api.DATA ? Faults.Request.PRICES : Faults.Request.READ;
        };
    }

    private static Api api(Request request) {
        return Api.of(Request.getPathInContext(request));
    }

    private static Map<String, String> query(Request request) {
        Map<String, String> query = new TreeMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            query.put(field.getName(), field.getValue());
        }
        return query;
    }

    private static String body(Request request) {
        try {
            return Content.Source.asString(request);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
