package io.opspipeline.local.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the supervisor of a home folder.
public final class ControlClient {

    private static final int PATIENCE_SECONDS = 30;

    private final Path socket;

    private ControlClient(Path socket) {
        this.socket = socket;
    }

    /// The supervisor of a home folder, whether it runs or not.
    public static ControlClient in(Path home) {
        return new ControlClient(new RunFolder(home).socket());
    }

    /// How the run is; empty when nothing is up.
    ///
    /// @throws IllegalStateException when the supervisor is there and does not answer
    public Optional<RunState> state() {
        return tell("state").flatMap(ControlAnswer::state);
    }

    /// Tells it something.
    ///
    /// @param words such as `stop dispatcher`
    /// @return its answer; empty when nothing is up
    /// @throws IllegalStateException when the supervisor is there and does not answer
    public Optional<ControlAnswer> tell(String words) {
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        var answer = new CompletableFuture<Optional<ControlAnswer>>();
        Thread.ofVirtual().start(() -> ask(words, answer));
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(
                    "the supervisor at %s cannot be asked: %s"
                            .formatted(socket, failure.getCause()),
                    failure);
        } catch (TimeoutException failure) {
            throw new IllegalStateException(
                    "the supervisor at %s does not answer".formatted(socket), failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", failure);
        }
    }

    /// Nobody listens at the socket of a supervisor that was killed.
    private void ask(String words, CompletableFuture<Optional<ControlAnswer>> answer) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                var out = new PrintWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
                var in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            out.println(words);
            out.flush();
            answer.complete(
                    Optional.ofNullable(in.readLine())
                            .map(line -> JsonMapper.shared().readValue(line, ControlAnswer.class)));
        } catch (ConnectException _) {
            answer.complete(Optional.empty());
        } catch (IOException | RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
    }
}
