package io.opspipeline.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Stops the server when nobody has used it for a while, by a small shell loop that outlives the
/// command. Where there is no shell (Windows) the server runs until it is stopped by hand.
final class IdleStop {

    /// Touched at each use.
    static final String LAST_USE = "last-use";

    private static final String LOOP_PID = "idle-stop.pid";

    private static final int MINUTES = 15;

    private static final String LOOP =
            """
            while [ -n "$(find "$1" -mmin -$2 2>/dev/null)" ]; do sleep 20; done
            shift 2
            exec "$@"
            """;

    private final Path folder;
    private final ServerCommand command;

    IdleStop(Path folder, ServerCommand command) {
        this.folder = folder;
        this.command = command;
    }

    void watch() throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        var words = new java.util.ArrayList<String>();
        words.add("sh");
        words.add("-c");
        words.add(LOOP);
        words.add("idle-stop");
        words.add(folder.resolve(LAST_USE).toString());
        words.add(Integer.toString(MINUTES));
        words.addAll(
                command.words(
                        "pg_ctl", "-D", folder.resolve("data").toString(), "-m", "fast", "stop"));
        Process loop =
                new ProcessBuilder(words)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Files.writeString(folder.resolve(LOOP_PID), Long.toString(loop.pid()));
    }

    /// Ends the loop, for a server that was stopped by hand.
    void end() throws IOException {
        Path file = folder.resolve(LOOP_PID);
        if (!Files.exists(file)) {
            return;
        }
        ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                .filter(IdleStop::isLoop)
                .ifPresent(loop -> {
                    loop.descendants().forEach(ProcessHandle::destroy);
                    loop.destroy();
                });
        Files.delete(file);
    }

    /// A number may be another process's by now.
    private static boolean isLoop(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("sh") || command.endsWith("busybox"))
                .isPresent();
    }
}
