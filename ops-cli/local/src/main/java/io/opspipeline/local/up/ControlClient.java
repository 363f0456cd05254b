package io.opspipeline.local.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the supervisor of a home folder.
public final class ControlClient {

    private final Path socket;

    private ControlClient(Path socket) {
        this.socket = socket;
    }

    /// The supervisor of a home folder, whether it runs or not.
    public static ControlClient in(Path home) {
        return new ControlClient(new RunFolder(home).socket());
    }

    /// How the run is; empty when nothing is up.
    public Optional<RunState> state() {
        return tell("state").flatMap(ControlAnswer::state);
    }

    /// Tells it something.
    ///
    /// @param words such as `stop dispatcher`
    /// @return its answer; empty when nothing is up
    public Optional<ControlAnswer> tell(String words) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                var out = new PrintWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
                var in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            out.println(words);
            out.flush();
            return Optional.ofNullable(in.readLine())
                    .map(line -> JsonMapper.shared().readValue(line, ControlAnswer.class));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
