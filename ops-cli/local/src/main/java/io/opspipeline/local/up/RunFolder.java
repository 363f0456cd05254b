package io.opspipeline.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a run on this machine keeps its files.
///
/// @param home the folder of everything that ops-pipeline writes
public record RunFolder(Path home) {

    /// One log file for each process.
    public Path log(String name) {
        return folder("logs").resolve(name + ".log");
    }

    /// What a process prints beside its log.
    Path printed(String name) {
        return folder("logs").resolve(name + ".out");
    }

    /// Held while a supervisor runs.
    Path lock() {
        return folder("run").resolve("supervisor.lock");
    }

    /// Where the supervisor is spoken to.
    Path socket() {
        return folder("run").resolve("supervisor.sock");
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(home.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make " + home.resolve(name), failure);
        }
    }
}
