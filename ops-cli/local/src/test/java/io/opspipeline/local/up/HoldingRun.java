package io.opspipeline.local.up;

import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.runtime.setting.RunMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A run that is up, as far as databases go: a process that opens the one of a mode as the
/// supervisor does, and stays until its input ends.
public final class HoldingRun implements AutoCloseable {

    private static final String OPEN = "open";
    private static final int HEAP_MEGABYTES = 128;

    private final Process process;

    private HoldingRun(Process process) {
        this.process = process;
    }

    /// Returns when the database is open.
    public static HoldingRun of(Path home, RunMode mode) throws IOException {
        Process process =
                new ProcessBuilder(
                                JavaCommand.of(
                                        HEAP_MEGABYTES,
                                        HoldingRun.class.getName(),
                                        List.of(home.toString(), mode.name())))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        while (!OPEN.equals(line)) {
            line = Objects.requireNonNull(said.readLine(), "it ended before the database was open");
        }
        return new HoldingRun(process);
    }

    /// The process itself.
    public static void main(String... words) throws IOException {
        LocalPostgres postgres = LocalPostgres.in(Path.of(words[0]));
        try (RunningDatabase _ = RunningDatabase.open(postgres, RunMode.valueOf(words[1]))) {
            System.out.println(OPEN);
            var _ = System.in.read();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
