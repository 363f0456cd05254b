package io.opspipeline.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Data sets of other people, in `shared/data` beside the repository; never part of it.
public final class SharedFiles {

    private SharedFiles() {}

    /// A file or folder such as `calendar/nyse_sessions_2013_2028.csv`; absent where it is not laid
    /// out.
    public static Optional<Path> find(String relative) {
        return RepositoryFiles.upward()
                .map(folder -> folder.resolve("shared/data").resolve(relative))
                .filter(Files::exists)
                .findFirst();
    }

    /// The same, for a test that means nothing without it.
    ///
    /// @throws org.opentest4j.TestAbortedException when absent: the test counts as skipped, with
    ///   this reason
    public static Path require(String relative) {
        return find(relative).orElseGet(() -> Assumptions.abort("absent: shared/data/" + relative));
    }
}
