package io.opspipeline.local.bench;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How long the sessions of a database were at work, as PostgreSQL itself counts it.
final class DatabaseLoad {

    private final JdbcClient jdbc;
    private Duration begin = Duration.ZERO;

    DatabaseLoad(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    void begin() {
        begin = read();
    }

    Duration since() {
        return read().minus(begin);
    }

    private Duration read() {
        double millis =
                jdbc.sql(
                                "select active_time from pg_stat_database where datname = current_database()")
                        .query(Double.class)
                        .single();
        return Duration.ofNanos((long) (millis * 1_000_000));
    }
}
