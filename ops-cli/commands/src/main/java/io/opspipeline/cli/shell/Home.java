package io.opspipeline.cli.shell;

import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.persistence.DatabaseAddress;
import java.nio.file.Path;
import java.util.Optional;

/// The folder that holds everything a machine's ops-pipeline writes.
public final class Home {

    private Home() {}

    /// `OPS_HOME`, or `.ops` in the working folder.
    public static Path folder() {
        return Path.of(Optional.ofNullable(System.getenv("OPS_HOME")).orElse(".ops"))
                .toAbsolutePath()
                .normalize();
    }

    /// Where the database of the last good run is; its server is started when it sleeps.
    ///
    /// @throws CommandFailure when no run has succeeded yet
    public static DatabaseAddress currentDatabase() {
        LocalPostgres postgres = LocalPostgres.in(folder());
        String current =
                postgres.current()
                        .orElseThrow(() ->
                                new CommandFailure(
                                        ExitCode.NOTHING_YET,
                                        "no day has been traded here yet;"
                                                + " run: ops-cli/ops-cli demo"));
        postgres.start();
        return postgres.address(current);
    }
}
