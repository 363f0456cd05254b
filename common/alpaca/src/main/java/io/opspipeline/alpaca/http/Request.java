package io.opspipeline.alpaca.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// What is asked.
///
/// @param method `GET`, `POST` or `DELETE`
/// @param path begins with a slash; every part is ready to stand in a URL
/// @param parameters of the query, not yet encoded
/// @param body JSON
public record Request(
        String method, String path, Map<String, String> parameters, Optional<String> body) {

    private static final int SHOWN_CHARACTERS = 200;

    /// A read.
    public static Request get(String path) {
        return new Request("GET", path, Map.of(), Optional.empty());
    }

    /// A new thing.
    public static Request post(String path, String body) {
        return new Request("POST", path, Map.of(), Optional.of(body));
    }

    /// The end of a thing.
    public static Request delete(String path) {
        return new Request("DELETE", path, Map.of(), Optional.empty());
    }

    /// A text as one part of a path.
    public static String segment(String text) {
        return encoded(text).replace("+", "%20");
    }

    /// The same request with one more parameter, or another value of it.
    public Request with(String name, String value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Request(method, path, more, body);
    }

    /// The same request with a parameter, if there is a value for it.
    public Request with(String name, Optional<String> value) {
        return value.map(given -> with(name, given)).orElse(this);
    }

    /// The whole address.
    ///
    /// @param base without a path
    URI on(URI base) {
        String host = base.getScheme() + "://" + base.getAuthority();
        return URI.create(host + path + query());
    }

    private String query() {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Method, path and parameters, cut to what a log line may hold.
    @Override
    public String toString() {
        String whole = method + " " + path + (parameters.isEmpty() ? "" : " " + parameters);
        return whole.substring(0, Math.min(whole.length(), SHOWN_CHARACTERS));
    }
}
