package io.opspipeline.cli.shell;

import io.opspipeline.persistence.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// One connection that only reads, for a command that asks several times.
public final class ReadSession implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final SingleConnectionDataSource source;

    private ReadSession(Connection connection) {
        source = new SingleConnectionDataSource(connection, true);
    }

    /// Connects to the current database.
    ///
    /// @param command what the server's list of sessions shows
    /// @throws CommandFailure when no run has succeeded yet
    public static ReadSession ofCurrent(String command) {
        try {
            return open(Home.currentDatabase(), command);
        } catch (SQLException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, "failed: the database does not answer: " + e.getMessage());
        }
    }

    /// Connects to a database.
    ///
    /// @throws SQLException when it does not answer
    public static ReadSession open(DatabaseAddress database, String command) throws SQLException {
        Connection connection = database.sessions("ops-cli " + command).getConnection();
        connection.setReadOnly(true);
        try (Statement limit = connection.createStatement()) {
            limit.execute("set statement_timeout = " + LONGEST.toMillis());
        }
        return new ReadSession(connection);
    }

    /// Asks over this connection.
    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    /// The connection itself.
    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.destroy();
    }
}
