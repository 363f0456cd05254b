package io.opspipeline.local.up;

import io.opspipeline.runtime.service.Supervision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How the process of the exchange is started.
///
/// @param main the class that reads its words
/// @param words what it trades
public record ExchangePlan(String main, List<String> words) {

    private static final int HEAP_MEGABYTES = 256;

    ProcessPlan at(URI url, RunFolder folder) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--port", Integer.toString(url.getPort())));
        return new ProcessPlan(
                ExchangeProcess.NAME,
                JavaCommand.of(HEAP_MEGABYTES, main, all),
                Map.of(Supervision.VARIABLE, "1", "OPS_HOME", folder.home().toString()),
                folder.printed(ExchangeProcess.NAME));
    }

    /// Where it will be: a free port of the loopback interface.
    static URI freeUrl() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        } catch (IOException failure) {
            throw new UncheckedIOException("no free port on the loopback interface", failure);
        }
    }
}
