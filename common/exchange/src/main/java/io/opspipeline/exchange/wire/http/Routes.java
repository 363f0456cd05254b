package io.opspipeline.exchange.wire.http;

import io.opspipeline.exchange.venue.RefusalReason;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What can be asked.
///
/// @param routes tried in this order
public record Routes(List<Route> routes) {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    /// Keeps its own copy.
    public Routes {
        routes = List.copyOf(routes);
    }

    /// The answer to a request; 404 when no route is for it.
    ///
    /// @param call reads the request, given the variable segment of its path
    Answer answer(String method, String path, Function<String, Call> call) {
        for (Route route : routes) {
            Optional<String> subject = route.match(method, path);
            if (subject.isPresent()) {
                return answer(route, call.apply(subject.get()));
            }
        }
        return Answer.message(404, "endpoint not found.");
    }

    // A bug of ours must look like a fault of the broker, and must be seen.
    private static Answer answer(Route route, Call call) {
        try {
            return route.endpoint().answer(call);
        } catch (RefusedException refused) {
            return refused.answer();
        } catch (RuntimeException bug) {
            LOG.error("no answer to {} {}", route.method(), route.path(), bug);
            return Answer.refusal(RefusalReason.INTERNAL_ERROR.says("internal server error"));
        }
    }
}
