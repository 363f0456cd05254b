package io.opspipeline.alpaca.stream;

import io.opspipeline.domain.account.AccountId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Where a stream is and how it is watched.
///
/// @param client connects
/// @param url of the stream
/// @param account whose stream it is; empty for prices
/// @param form how it is written
/// @param timeout how long a handshake may take, in real time
/// @param pingEvery how often it is pinged
record SocketPlace(
        HttpClient client,
        URI url,
        Optional<AccountId> account,
        Form form,
        Duration timeout,
        Optional<Duration> pingEvery) {

    CompletableFuture<@Nullable WebSocket> connect(WebSocket.Listener listener) {
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(timeout);
        if (form == Form.MSGPACK) {
            builder.header("Content-Type", "application/msgpack");
        }
        return builder.buildAsync(url, listener);
    }

    /// Names it in timers and back-offs.
    String name() {
        return url.getPath() + account.map(id -> " of " + id).orElse("");
    }

    @Override
    public String toString() {
        return "stream " + name();
    }
}
