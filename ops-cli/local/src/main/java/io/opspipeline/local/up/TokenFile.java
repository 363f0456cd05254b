package io.opspipeline.local.up;

import io.opspipeline.local.postgres.Passwords;
import io.opspipeline.runtime.log.Secret;
import io.opspipeline.runtime.service.RunToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The token with which jobs of a run are started: another one for each run, in a file that its
/// owner alone can read, for as long as the run is up.
final class TokenFile implements AutoCloseable {

    private final Path file;

    private TokenFile(Path file) {
        this.file = file;
    }

    /// True when the last run did not take its token away: it broke off.
    static boolean isLeft(RunFolder folder) {
        return Files.exists(folder.token());
    }

    /// Makes a token for a run that begins.
    static TokenFile create(RunFolder folder) {
        Passwords.create(folder.token());
        return new TokenFile(folder.token());
    }

    /// The token of the run that is up.
    ///
    /// @throws IllegalStateException when none is
    static RunToken read(RunFolder folder) {
        Path file = folder.token();
        if (!Files.exists(file)) {
            throw new IllegalStateException("no run is up in " + folder.home());
        }
        try {
            return new RunToken(new Secret(Files.readString(file).strip()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
