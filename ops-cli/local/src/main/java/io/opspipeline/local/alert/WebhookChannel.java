package io.opspipeline.local.alert;

import io.opspipeline.persistence.alert.DeliveryChannel;
import io.opspipeline.ports.alert.Alerts.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// POSTs a notice as JSON. The member `text` holds all of it in the form of Slack's incoming
/// webhooks; the other members are for programs. Any 2xx means taken.
final class WebhookChannel implements Channel {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int TAKEN_FROM = 200;
    private static final int TAKEN_BELOW = 300;
    private static final int MOST_WORDS = 120;
    private static final Pattern PAIRS = Pattern.compile("&");

    private final WebhookSettings settings;
    private final URI address;
    private final List<String> secrets;
    private final HttpClient client;

    WebhookChannel(WebhookSettings settings) {
        this.settings = settings;
        address = URI.create(settings.url().reveal());
        secrets = secrets(address);
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .build();
    }

    @Override
    public DeliveryChannel kind() {
        return DeliveryChannel.WEBHOOK;
    }

    @Override
    public String place() {
        return address.getHost();
    }

    @Override
    public Severity least() {
        return settings.least();
    }

    @Override
    public Sent send(Notice notice) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(ANSWER)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Idempotency-Key", printable(notice.eventId()))
                        .POST(HttpRequest.BodyPublishers.ofString(body(notice)))
                        .build();
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream words = answer.body()) {
            int status = answer.statusCode();
            return status >= TAKEN_FROM && status < TAKEN_BELOW
                    ? new Sent.Taken()
                    : new Sent.Failed(scrubbed("HTTP " + status + start(words)));
        }
    }

    /// Its path is its password, and so are its query and each value in it.
    @Override
    public String scrubbed(String text) {
        String clean = text.replace(settings.url().reveal(), "***");
        for (String secret : secrets) {
            clean = clean.replace(secret, "***");
        }
        return clean;
    }

    /// Longer ones first, because they may hold others. One character guards nothing.
    private static List<String> secrets(URI address) {
        Stream.Builder<String> secrets = Stream.builder();
        Stream.of(address.getRawPath(), address.getRawQuery())
                .filter(Objects::nonNull)
                .forEach(secrets);
        Optional.ofNullable(address.getRawQuery()).stream()
                .flatMap(PAIRS::splitAsStream)
                .map(pair -> pair.substring(pair.indexOf('=') + 1))
                .forEach(value ->
                        secrets.add(value).add(URLDecoder.decode(value, StandardCharsets.UTF_8)));
        return secrets.build()
                .filter(secret -> secret.length() > 1)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    static String body(Notice notice) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("text", escaped(notice.text()));
        members.put("mode", notice.mode().name());
        members.put("severity", notice.severity().name());
        members.put("account", notice.account().map(Object::toString));
        members.put("message", notice.message());
        members.put("raisedAt", notice.raisedAt().toString());
        members.put("build", notice.build());
        members.put("eventId", notice.eventId());
        return JsonMapper.shared().writeValueAsString(members);
    }

    /// The three characters that Slack gives a meaning.
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String start(InputStream words) throws IOException {
        String start = new String(words.readNBytes(MOST_WORDS), StandardCharsets.UTF_8);
        String line = start.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.isEmpty() ? "" : ": " + line;
    }

    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
