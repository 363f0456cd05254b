package io.opspipeline.cli.status;

import io.opspipeline.cli.output.MarketTime;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is not well now: what the healthcheck finds, CRITICAL alerts of the last hour, and alerts
/// that did not reach anybody. What was over an hour ago is history, not a problem.
final class Problems {

    private static final Duration RECENT = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    private static final String CONDITIONS =
            """
            select message from health_conditions where ended_at is null
            order by severity, since, name, subject
            """;

    /// A condition is named once, as long as it lasts.
    private static final String ALERTS =
            """
            select message from alerts a
            where severity = 'CRITICAL' and raised_at > :from and not exists (
                select from health_conditions h
                where h.ended_at is null and h.message = a.message)
            order by raised_at desc, alert_no desc
            """;

    private static final String UNDELIVERED =
            """
            select d.channel, d.state, d.attempts, d.failure, a.message
            from alert_deliveries d join alerts a using (event_id)
            where d.failure is not null and (d.state = 'WAITING'
                or (d.state = 'GIVEN_UP' and a.raised_at > :from))
            order by a.alert_no, d.channel
            """;

    private final JdbcClient jdbc;

    Problems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One line each.
    ///
    /// @param asOf the market time that the database has come to
    List<String> now(Instant asOf, boolean marketOpen) {
        List<String> lines = new ArrayList<>();
        if (marketOpen) {
            silence(asOf).ifPresent(lines::add);
        }
        lines.addAll(jdbc.sql(CONDITIONS).query(String.class).list());
        lines.addAll(
                jdbc.sql(ALERTS)
                        .param("from", Bound.at(asOf.minus(RECENT)))
                        .query(String.class)
                        .list());
        lines.addAll(
                jdbc.sql(UNDELIVERED)
                        .param("from", Bound.at(asOf.minus(DAY)))
                        .query((row, _) -> undelivered(new Row(row)))
                        .list());
        return lines;
    }

    /// A healthcheck that does not look finds nothing wrong (incident 83).
    private Optional<String> silence(Instant asOf) {
        Optional<Instant> beat =
                jdbc.sql("select max(beat_at) as at from heartbeats where service = 'healthcheck'")
                        .query((row, _) -> new Row(row).optionalInstant("at"))
                        .single();
        return beat.filter(at -> !at.isBefore(asOf.minus(LONGEST_SILENCE))).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "no healthcheck looked since "
                                + beat.map(MarketTime::dated).orElse("the start"));
    }

    private static String undelivered(Row row) throws SQLException {
        return "%s %s after %d tries (%s): %s"
                .formatted(
                        row.text("channel"),
                        row.text("state").equals("WAITING") ? "has not taken" : "never took",
                        row.integer("attempts"),
                        row.text("failure"),
                        row.text("message"));
    }
}
