package io.opspipeline.local.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;

/// Chooses where a server listens on loopback.
final class LoopbackPort {

    private LoopbackPort() {}

    /// A port that nobody listens at.
    ///
    /// @param before taken again when it is free, for those who wait there
    static int free(OptionalInt before) throws IOException {
        if (before.isPresent() && isFree(before.getAsInt())) {
            return before.getAsInt();
        }
        try (var socket = listening(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var _ = listening(port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static ServerSocket listening(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
