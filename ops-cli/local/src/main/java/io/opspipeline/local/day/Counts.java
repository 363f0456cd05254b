package io.opspipeline.local.day;

import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts rows of a run's database.
final class Counts {

    private final JdbcClient jdbc;

    Counts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long of(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    /// Counts by name, from a query of two columns.
    SortedMap<String, Long> by(String query) {
        SortedMap<String, Long> counts = new TreeMap<>();
        jdbc.sql(query)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }
}
