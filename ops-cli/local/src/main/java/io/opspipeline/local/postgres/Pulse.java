package io.opspipeline.local.postgres;

import io.opspipeline.persistence.DatabaseAddress;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

/// What comes of a question to a server.
public enum Pulse {

    /// It says something, be it a refusal.
    ANSWERS,

    /// It takes connections and says nothing: it hangs.
    SILENT,

    /// Nobody listens, or the connection breaks.
    AWAY;

    /// The class of SQL states that tell of the connection. All others are the server's words.
    private static final String CONNECTION = "08";

    /// A machine under load answers in some hundred milliseconds.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /// Asks on a connection of its own, which needs all that makes a server useful: somebody who
    /// takes connections, and a process that serves them. It takes three seconds at most.
    static Pulse of(DatabaseAddress address) {
        try (Connection connection = address.sessions("pulse", PATIENCE).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            return ANSWERS;
        } catch (SQLException failure) {
            return of(failure);
        }
    }

    private static Pulse of(SQLException failure) {
        if (!String.valueOf(failure.getSQLState()).startsWith(CONNECTION)) {
            return ANSWERS;
        }
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(SocketTimeoutException.class::isInstance)
                ? SILENT
                : AWAY;
    }
}
