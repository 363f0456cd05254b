package io.opspipeline.cli.shell;

import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.local.up.ControlClient;
import io.opspipeline.local.up.RunTime;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.runtime.time.MachineTime;
import java.nio.file.Path;
import java.time.InstantSource;
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
        String current = current(postgres);
        postgres.start();
        return postgres.address(current);
    }

    /// The same for one who only looks on: a server that sleeps is left asleep.
    ///
    /// @throws CommandFailure when no run has succeeded yet
    public static DatabaseAddress watchedDatabase() {
        LocalPostgres postgres = LocalPostgres.in(folder());
        return postgres.address(current(postgres));
    }

    /// Keeps a server that runs from falling asleep.
    public static void touch() {
        LocalPostgres.in(folder()).touch();
    }

    /// What the clocks of the services show that are up here; the machine's time where nothing is
    /// up.
    ///
    /// @param voice says so when their supervisor cannot be asked
    public static InstantSource time(Voice voice) {
        return new RunTime(ControlClient.in(folder()), MachineTime.clock(), voice.err()::println);
    }

    private static String current(LocalPostgres postgres) {
        return postgres.current()
                .orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.NOTHING_YET,
                                "no day has been traded here yet; run: ops-cli/ops-cli demo"));
    }
}
