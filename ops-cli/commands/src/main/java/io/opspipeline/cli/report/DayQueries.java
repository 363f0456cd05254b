package io.opspipeline.cli.report;

import io.opspipeline.domain.calendar.NewYork;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Asks about one New York day: `:from` and `:to` in a statement are its bounds.
final class DayQueries {

    private final JdbcClient jdbc;
    private final Timestamp from;
    private final Timestamp to;

    DayQueries(JdbcClient jdbc, LocalDate day) {
        this.jdbc = jdbc;
        from = Timestamp.from(NewYork.startOf(day));
        to = Timestamp.from(NewYork.startOf(day.plusDays(1)));
    }

    <T> List<T> rows(String sql, RowMapper<T> mapper) {
        return statement(sql).query(mapper).list();
    }

    void each(String sql, RowCallbackHandler handler) {
        statement(sql).query(handler);
    }

    /// Counts by name, from a statement of two columns.
    SortedMap<String, Long> counts(String sql) {
        SortedMap<String, Long> counts = new TreeMap<>();
        each(sql, row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    private StatementSpec statement(String sql) {
        StatementSpec statement = jdbc.sql(sql);
        statement = sql.contains(":from") ? statement.param("from", from) : statement;
        return sql.contains(":to") ? statement.param("to", to) : statement;
    }
}
