package io.opspipeline.local.up;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Starts a supervisor that outlives the command which starts it.
public final class SupervisorLaunch {

    private static final int HEAP_MEGABYTES = 96;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long STEP_MILLIS = 250;

    /// Makes a process leader of a session of its own, which no terminal can end.
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private SupervisorLaunch() {}

    /// Starts it and waits until every process is ready.
    ///
    /// @param main the class that reads the words
    /// @param told hears each phase once
    /// @throws IllegalStateException saying what went wrong when the supervisor ends, or not all
    ///   are ready in time
    public static RunState start(
            Path home, String main, List<String> words, Consumer<String> told) {
        var folder = new RunFolder(home);
        try {
            Process process = begin(folder, main, words);
            return ready(process, folder, ControlClient.in(home), told);
        } catch (IOException failure) {
            throw new UncheckedIOException("the supervisor could not be started", failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", failure);
        }
    }

    private static Process begin(RunFolder folder, String main, List<String> words)
            throws IOException {
        List<String> all = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            all.add(SETSID.toString());
        }
        all.addAll(JavaCommand.of(HEAP_MEGABYTES, main, words));
        File printed = folder.printed("supervisor").toFile();
        Files.deleteIfExists(printed.toPath());
        return new ProcessBuilder(all)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(printed)
                .redirectErrorStream(true)
                .start();
    }

    private static RunState ready(
            Process process, RunFolder folder, ControlClient client, Consumer<String> told)
            throws InterruptedException, IOException {
        String phase = "";
        Optional<RunState> state = Optional.empty();
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += STEP_MILLIS) {
            if (process.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(lastWords(folder));
            }
            state = client.state();
            if (state.isPresent() && !state.get().phase().equals(phase)) {
                phase = state.get().phase();
                told.accept(phase);
            }
            if (phase.equals(Supervisor.RUNNING)) {
                return state.orElseThrow();
            }
        }
        throw new IllegalStateException(
                "not ready within %s: %s; they go on trying, see: ops-cli services list"
                        .formatted(PATIENCE, state.map(SupervisorLaunch::late).orElse(List.of())));
    }

    private static List<String> late(RunState state) {
        return state.processes().stream()
                .filter(each ->
                        each.state() == ProcessState.State.STARTING
                                || each.state() == ProcessState.State.RESTARTING)
                .map(each -> each.name() + each.detail().map(" "::concat).orElse(""))
                .toList();
    }

    private static String lastWords(RunFolder folder) throws IOException {
        try (Stream<String> lines = Files.lines(folder.printed("supervisor"))) {
            return lines.filter(line -> !line.isBlank())
                    .reduce((_, last) -> last)
                    .orElse("the supervisor ended; see " + folder.log("supervisor"));
        }
    }
}
