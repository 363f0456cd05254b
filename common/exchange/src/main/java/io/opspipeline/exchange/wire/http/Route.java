package io.opspipeline.exchange.wire.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which requests an endpoint answers.
///
/// @param method such as `GET`
/// @param path a pattern of the whole path; its one group, if any, is the [Call#subject]
/// @param endpoint answers them
public record Route(String method, Pattern path, Endpoint endpoint) {

    private static final String PLACE = "{}";
    private static final String SEGMENT = "\\E([^/]+)\\Q";

    /// Answers `GET` of a path, in which `{}` stands for the one variable segment.
    public static Route get(String path, Endpoint endpoint) {
        return of("GET", path, endpoint);
    }

    /// Answers a method of a path, in which `{}` stands for the one variable segment.
    public static Route of(String method, String path, Endpoint endpoint) {
        String pattern = "\\Q" + path.replace(PLACE, SEGMENT) + "\\E";
        return new Route(method, Pattern.compile(pattern), endpoint);
    }

    /// The variable segment, or empty text, when the request is for this route.
    Optional<String> match(String method, String path) {
        Matcher matcher = this.path.matcher(path);
        return this.method.equals(method) && matcher.matches()
                ? Optional.of(matcher.groupCount() == 0 ? "" : matcher.group(1))
                : Optional.empty();
    }
}
