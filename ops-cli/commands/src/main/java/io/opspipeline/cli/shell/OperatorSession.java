package io.opspipeline.cli.shell;

import io.opspipeline.persistence.setting.PostgresSettingsReads;
import io.opspipeline.persistence.setting.PostgresSettingsReads.LastRead;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.time.MachineTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A session in which a person changes something: the current database, who he is, and what time it
/// is for the pipeline.
public final class OperatorSession implements AutoCloseable {

    private final SingleConnectionDataSource source;
    private final Database database;
    private final List<LastRead> services;
    private final Clock wall;

    private OperatorSession(SingleConnectionDataSource source, Clock wall) {
        this.source = source;
        this.database = Database.over(source);
        this.services = new PostgresSettingsReads(database).services();
        this.wall = wall;
    }

    /// Connects to the current database.
    ///
    /// @param command what the server's list of sessions shows
    /// @throws CommandFailure when no run has succeeded yet, or the database does not answer
    public static OperatorSession ofCurrent(String command) {
        try {
            var connection = Home.currentDatabase().sessions("ops-cli " + command).getConnection();
            return new OperatorSession(
                    new SingleConnectionDataSource(connection, true), MachineTime.clock());
        } catch (SQLException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, "failed: the database does not answer: " + e.getMessage());
        }
    }

    /// Where changes are made.
    public Database database() {
        return database;
    }

    /// Asks over the same connection.
    public JdbcClient jdbc() {
        return database.jdbc();
    }

    /// Which database that is, and of which mode.
    public Place place() {
        return Place.of(jdbc().sql("select current_database()").query(String.class).single());
    }

    /// Who changes something, for the audit: the user of this terminal.
    public String who() {
        return System.getProperty("user.name", "unknown");
    }

    /// The time of the pipeline, UTC: the wall's, or the last that its services told of when they
    /// run on simulated time.
    public Instant now() {
        return services.stream()
                .filter(read -> read.mode() == Provenance.Mode.SIMULATED)
                .filter(_ -> mode() == RunMode.SIMULATED)
                .map(LastRead::at)
                .max(Comparator.naturalOrder())
                .orElseGet(wall::instant);
    }

    /// How strict settings are: as in the services' mode, and as with real money when none is
    /// known.
    public RunMode mode() {
        Optional<Provenance.Mode> strictest =
                services.stream().map(LastRead::mode).max(Comparator.naturalOrder());
        return strictest.map(mode -> RunMode.of(mode.name())).orElse(RunMode.LIVE);
    }

    @Override
    public void close() {
        source.destroy();
    }
}
