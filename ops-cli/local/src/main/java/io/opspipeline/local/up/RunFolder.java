package io.opspipeline.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Where a run on this machine keeps its files.
///
/// @param home the folder of everything that ops-pipeline writes
public record RunFolder(Path home) {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

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

    /// What starts jobs of the run.
    Path token() {
        return folder("run").resolve("token");
    }

    /// Its owner's alone: who can open the socket can steer the run.
    private Path folder(String name) {
        Path folder = home.resolve(name);
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, OWNER_ONLY);
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make " + folder, failure);
        }
    }
}
