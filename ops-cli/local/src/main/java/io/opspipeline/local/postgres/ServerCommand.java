package io.opspipeline.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a program of the server's binaries to its end.
final class ServerCommand {

    private static final int PATIENCE_SECONDS = 60;

    private final Path binaries;

    ServerCommand(Path binaries) {
        this.binaries = binaries;
    }

    /// What the program printed, and how it ended.
    ///
    /// @param exitCode 0 for success
    /// @param output both streams, trimmed
    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /// Runs a program, whatever comes of it.
    Outcome tried(String program, String... arguments) {
        try {
            Process process =
                    new ProcessBuilder(words(program, arguments))
                            .redirectErrorStream(true)
                            .redirectInput(ProcessBuilder.Redirect.PIPE)
                            .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Outcome(-1, program + " did not end");
            }
            return new Outcome(process.exitValue(), output.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(program + " could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + program + " ran", e);
        }
    }

    /// Runs a program that must succeed.
    ///
    /// @throws IllegalStateException with what it printed when it fails
    void run(String program, String... arguments) {
        Outcome outcome = tried(program, arguments);
        if (!outcome.succeeded()) {
            throw new IllegalStateException(program + " failed: " + outcome.output());
        }
    }

    /// The words of a command line. PostgreSQL refuses to run as root, so root lends it another
    /// user's name space.
    List<String> words(String program, String... arguments) {
        List<String> words = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(binaries.resolve("bin").resolve(program).toString());
        words.addAll(List.of(arguments));
        return words;
    }
}
