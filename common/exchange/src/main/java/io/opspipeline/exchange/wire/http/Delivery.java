package io.opspipeline.exchange.wire.http;

import io.opspipeline.exchange.venue.Faults.AnswerFault;
import io.opspipeline.exchange.venue.Faults.RequestFault;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Sends answers, or does with them what a fault says.
record Delivery(Response response, Callback callback) {

    /// Puts the allowance into the headers.
    void tell(RateLimits.Allowance allowance) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("X-RateLimit-Limit", allowance.limit());
        headers.put("X-RateLimit-Remaining", allowance.remaining());
        headers.put("X-RateLimit-Reset", allowance.reset().getEpochSecond());
    }

    /// Sends what a fault says in place of carrying a request out.
    void refuse(RequestFault fault, Api api) {
        switch (fault) {
            case NONE -> throw new IllegalArgumentException("nothing is wrong with the request");
            case CUT -> cut();
            case UNAVAILABLE -> send(Answer.page(503, "503 Service Temporarily Unavailable"));
            case TOO_MANY -> send(api.rateLimited());
        }
    }

    private void cut() {
        response.getRequest()
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close(new EofException("cut on purpose"));
        callback.succeeded();
    }

    void send(Answer answer, AnswerFault fault) {
        switch (fault) {
            case NONE -> send(answer);
            // Nothing is written and the exchange stays open: the client waits until it gives up.
            case LOST -> {}
            case CUT -> cut();
            case GATEWAY_TIMEOUT -> send(Answer.page(504, "504 Gateway Time-out"));
            case UNREADABLE -> send(Answer.page(200, "Please wait"));
        }
    }

    void send(Answer answer) {
        response.setStatus(answer.status());
        if (answer.body().isEmpty()) {
            callback.succeeded();
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        Content.Sink.write(response, true, answer.body(), callback);
    }
}
