package io.opspipeline.local.bench;

import io.opspipeline.alpaca.http.RequestEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// Flight recordings of the services on a path, one file each, of every request to the broker and
/// every read and write of a socket.
///
/// Each is started in a process that runs already: a JVM that is told on its command line to record
/// does not use the start-up cache.
final class CallRecordings {

    /// A blocking read of a socket, of the JDK.
    static final String READ = "jdk.SocketRead";

    /// A blocking write of a socket, of the JDK.
    static final String WRITE = "jdk.SocketWrite";

    private static final String NAME = "calls";

    /// The JDK's own defaults leave out what is short or frequent.
    private static final List<String> SETTINGS =
            List.of(
                    "settings=none",
                    "+" + RequestEvent.NAME + "#enabled=true",
                    "+" + READ + "#enabled=true",
                    "+" + READ + "#threshold=0ns",
                    "+" + READ + "#throttle=off",
                    "+" + READ + "#stackTrace=false",
                    "+" + WRITE + "#enabled=true",
                    "+" + WRITE + "#threshold=0ns",
                    "+" + WRITE + "#throttle=off",
                    "+" + WRITE + "#stackTrace=false");

    private final Path folder;
    private final Map<Step, Long> processes;

    private CallRecordings(Path folder, Map<Step, Long> processes) {
        this.folder = folder;
        this.processes = processes;
    }

    /// Begins.
    ///
    /// @param folder of the files
    /// @param path the services that are recorded
    /// @param pids the number of the process of a service
    /// @throws IllegalStateException when a process cannot be recorded
    static CallRecordings start(Path folder, List<Step> path, ToLongFunction<String> pids)
            throws InterruptedException {
        Map<Step, Long> processes = new LinkedHashMap<>();
        path.forEach(step -> processes.put(step, pids.applyAsLong(step.service())));
        List<String> words = new ArrayList<>(List.of("JFR.start", "name=" + NAME));
        words.addAll(SETTINGS);
        for (long pid : processes.values()) {
            tell(pid, words);
        }
        return new CallRecordings(folder, processes);
    }

    /// Ends, and tells the calls of all.
    ///
    /// @param databasePort of PostgreSQL
    /// @throws IllegalStateException when a process is gone, or made no call on the path
    Calls end(int databasePort) throws InterruptedException {
        var reader = new CallReader(databasePort);
        for (Map.Entry<Step, Long> process : processes.entrySet()) {
            Path file = folder.resolve(process.getKey().service() + ".jfr");
            try {
                Files.createDirectories(folder);
                Files.deleteIfExists(file);
                tell(process.getValue(), List.of("JFR.stop", "name=" + NAME, "filename=" + file));
                reader.add(file, process.getKey());
            } catch (IOException failure) {
                throw new UncheckedIOException("no recording in " + file, failure);
            }
        }
        return reader.calls();
    }

    /// Tells a running JVM something, by the JDK's own tool.
    private static void tell(long pid, List<String> words) throws InterruptedException {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        all.add(Long.toString(pid));
        all.addAll(words);
        try {
            Process tool = new ProcessBuilder(all).redirectErrorStream(true).start();
            String answer =
                    new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (tool.waitFor() != 0) {
                throw new IllegalStateException("%s failed: %s".formatted(all, answer));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot run " + all, failure);
        }
    }
}
