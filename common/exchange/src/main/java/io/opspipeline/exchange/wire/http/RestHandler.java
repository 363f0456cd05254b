package io.opspipeline.exchange.wire.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/// Brings requests of the network to the desk.
public final class RestHandler extends Handler.Abstract {

    private final RequestDesk desk;

    /// @param desk answers
    public RestHandler(RequestDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        switch (desk.answer(incoming(request))) {
            case Reply.Sent sent -> send(sent, response, callback);
            case Reply.Silence() -> {}
            case Reply.Cut() -> cut(request, callback);
        }
        return true;
    }

    private static Incoming incoming(Request request) {
        return new Incoming(
                request.getMethod(),
                Request.getPathInContext(request),
                query(request),
                name -> Optional.ofNullable(request.getHeaders().get(name)),
                () -> body(request));
    }

    private static void send(Reply.Sent sent, Response response, Callback callback) {
        Answer answer = sent.answer();
        response.setStatus(answer.status());
        sent.headers().forEach(response.getHeaders()::put);
        if (answer.body().isEmpty()) {
            callback.succeeded();
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        Content.Sink.write(response, true, answer.body(), callback);
    }

    private static void cut(Request request, Callback callback) {
        request.getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close(new EofException("cut on purpose"));
        callback.succeeded();
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
