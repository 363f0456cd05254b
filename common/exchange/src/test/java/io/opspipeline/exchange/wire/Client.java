package io.opspipeline.exchange.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks over HTTP with one key.
final class Client implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String keyId;
    private final String secret;

    Client(URI server, String keyId, String secret) {
        this.server = server;
        this.keyId = keyId;
        this.secret = secret;
    }

    /// What came back.
    record Reply(int status, String text, HttpResponse<String> whole) {
        JsonNode json() {
            return MAPPER.readTree(text);
        }

        JsonNode at(String pointer) {
            return json().at(pointer);
        }

        Optional<String> header(String name) {
            return whole.headers().firstValue(name);
        }
    }

    Reply get(String path) {
        return ask("GET", path, "");
    }

    /// Every page of an answer, by following its tokens; the path has a query.
    List<JsonNode> pages(String path) {
        List<JsonNode> pages = new ArrayList<>(List.of(get(path).json()));
        while (pages.getLast().get("next_page_token").isString()) {
            String token = pages.getLast().get("next_page_token").stringValue();
            pages.add(get(path + "&page_token=" + token).json());
        }
        return pages;
    }

    Reply delete(String path) {
        return ask("DELETE", path, "");
    }

    Reply post(String path, String body) {
        return ask("POST", path, body);
    }

    HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("APCA-API-KEY-ID", keyId)
                .header("APCA-API-SECRET-KEY", secret)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private Reply ask(String method, String path, String body) {
        try {
            HttpResponse<String> response =
                    http.send(request(method, path, body), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
