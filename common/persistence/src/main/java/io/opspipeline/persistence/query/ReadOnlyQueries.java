package io.opspipeline.persistence.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// Runs what people ask the database in SQL (acceptance statement 117, incident 85).
public final class ReadOnlyQueries {

    private static final String CANCELLED = "57014";
    private static final String READ_ONLY = "25006";
    private static final String NO_RIGHT = "42501";

    private final DataSource sessions;
    private final Duration longest;
    private final int mostRows;

    /// @param sessions gives a new connection at each call, not one of a pool, by a role that may
    ///   act as `ops_reader`
    /// @param longest a statement that takes longer is cancelled, at least 1 ms
    /// @param mostRows rows at most, at least 1
    public ReadOnlyQueries(DataSource sessions, Duration longest, int mostRows) {
        if (longest.toMillis() < 1 || mostRows < 1) {
            throw new IllegalArgumentException(
                    "a query needs time and rows, had " + longest + " and " + mostRows);
        }
        this.sessions = sessions;
        this.longest = longest;
        this.mostRows = mostRows;
    }

    /// Runs one statement that reads.
    ///
    /// @throws QueryException when it is refused, fails, or takes too long; nothing has changed
    ///   then
    public QueryResult run(String text) {
        SingleStatement statement = SingleStatement.of(text);
        try (Connection connection = sessions.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                return run(connection, statement);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new QueryException(reason(failure), failure);
        }
    }

    private QueryResult run(Connection connection, SingleStatement text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local role ops_reader");
            statement.execute("set local statement_timeout = " + longest.toMillis());
            statement.setEscapeProcessing(false);
            statement.setMaxRows(mostRows + 1);
            try (ResultSet result = statement.executeQuery(text.sql())) {
                return read(result);
            }
        }
    }

    private QueryResult read(ResultSet result) throws SQLException {
        List<String> columns = columns(result.getMetaData());
        List<List<Optional<String>>> rows = new ArrayList<>();
        while (result.next()) {
            if (rows.size() == mostRows) {
                return new QueryResult(columns, rows, true);
            }
            rows.add(row(result, columns.size()));
        }
        return new QueryResult(columns, rows, false);
    }

    private static List<String> columns(ResultSetMetaData columns) throws SQLException {
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            labels.add(columns.getColumnLabel(i));
        }
        return labels;
    }

    private static List<Optional<String>> row(ResultSet result, int columns) throws SQLException {
        List<Optional<String>> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            values.add(Optional.ofNullable(result.getString(i)));
        }
        return values;
    }

    private String reason(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        if (state.equals(CANCELLED)) {
            return "took longer than " + longest.toMillis() + " ms";
        }
        if (state.equals(READ_ONLY) || state.equals(NO_RIGHT)) {
            return "only reading is allowed: " + failure.getMessage();
        }
        return String.valueOf(failure.getMessage());
    }
}
