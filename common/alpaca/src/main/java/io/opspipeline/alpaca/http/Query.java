package io.opspipeline.alpaca.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The parameters of a request, in the order they were added. It does not change.
public final class Query {

    /// No parameters.
    public static final Query NONE = new Query(new LinkedHashMap<>());

    private final SequencedMap<String, String> parameters;

    private Query(SequencedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /// These and one more.
    public Query with(String name, Object value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value.toString());
        return new Query(more);
    }

    /// These and one more, if there is a value.
    public Query with(String name, Optional<?> value) {
        return value.map(present -> with(name, (Object) present)).orElse(this);
    }

    /// `?a=b&c=d`, encoded; empty text without parameters.
    String text() {
        if (parameters.isEmpty()) {
            return "";
        }
        return parameters.entrySet().stream()
                .map(Query::encoded)
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(Map.Entry<String, String> parameter) {
        return parameter.getKey()
                + "="
                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8);
    }
}
