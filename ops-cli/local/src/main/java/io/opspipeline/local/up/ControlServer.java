package io.opspipeline.local.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Listens on a socket of this machine: a line of words in, a line of JSON out. Who may open the
/// socket's folder may speak.
final class ControlServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    private final Path socket;
    private final ServerSocketChannel channel;
    private final Function<List<String>, ControlAnswer> commands;

    private ControlServer(
            Path socket,
            ServerSocketChannel channel,
            Function<List<String>, ControlAnswer> commands) {
        this.socket = socket;
        this.channel = channel;
        this.commands = commands;
    }

    /// Begins to listen. Only the holder of the run's lock may call it: what a dead one left at the
    /// socket's place is removed.
    static ControlServer start(Path socket, Function<List<String>, ControlAnswer> commands) {
        try {
            Files.deleteIfExists(socket);
            var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(socket));
            var server = new ControlServer(socket, channel, commands);
            Thread.ofPlatform().name("control").daemon().start(server::listen);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot listen at " + socket, failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(socket);
        } catch (IOException failure) {
            LOG.warn("{} was not closed", socket, failure);
        }
    }

    private void listen() {
        while (channel.isOpen()) {
            try {
                SocketChannel caller = channel.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException failure) {
                LOG.warn("a caller was lost", failure);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            var _ = new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(SocketChannel caller) {
        try (caller;
                var in = new BufferedReader(Channels.newReader(caller, StandardCharsets.UTF_8));
                var out = new PrintWriter(Channels.newWriter(caller, StandardCharsets.UTF_8))) {
            String line = in.readLine();
            if (line != null) {
                out.println(JsonMapper.shared().writeValueAsString(answer(line)));
            }
        } catch (IOException failure) {
            LOG.debug("a caller went away", failure);
        }
    }

    private ControlAnswer answer(String line) {
        try {
            return commands.apply(List.of(line.strip().split(" +", -1)));
        } catch (RuntimeException failure) {
            LOG.error("'{}' failed", line, failure);
            return ControlAnswer.refused("failed: " + failure);
        }
    }
}
