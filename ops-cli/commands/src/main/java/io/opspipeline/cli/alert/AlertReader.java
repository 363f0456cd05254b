package io.opspipeline.cli.alert;

import io.opspipeline.cli.alert.AlertLine.Delivery;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.alert.Alerts.Severity;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads alerts and their deliveries.
final class AlertReader {

    /// The newest instant of the market's time that the database knows. What is told of processes
    /// carries the machine's time, which may be years ahead of a simulated market's.
    private static final String NOW =
            """
            select coalesce(greatest((select max(as_of) from job_runs),
                    (select max(beat_at) from heartbeats where service = 'healthcheck')),
                (select max(raised_at) from alerts)) as now
            """;

    private static final String ALERTS =
            """
            select event_id, severity, account_id, message, raised_at from alerts
            where raised_at >= :from and severity = any(:severities)
            order by alert_no desc
            """;

    private static final String DELIVERIES =
            """
            select event_id, channel, state, attempts, failure
            from alert_deliveries join alerts using (event_id)
            where raised_at >= :from order by channel
            """;

    private final JdbcClient jdbc;

    AlertReader(DataSource source) {
        jdbc = JdbcClient.create(source);
    }

    /// The alerts of the time before the newest instant, newest first.
    List<AlertLine> read(Duration since, Severity least) {
        Optional<Instant> now =
                jdbc.sql(NOW).query((row, _) -> new Row(row).optionalInstant("now")).single();
        return now.map(at -> at.minus(since)).map(from -> read(from, least)).orElseGet(List::of);
    }

    private List<AlertLine> read(Instant from, Severity least) {
        Map<String, List<Delivery>> deliveries = deliveries(from);
        return jdbc.sql(ALERTS)
                .param("from", Bound.at(from))
                .param(
                        "severities",
                        Arrays.stream(Severity.values())
                                .filter(each -> each.compareTo(least) >= 0)
                                .map(Severity::name)
                                .toArray(String[]::new))
                .query((row, _) -> line(new Row(row), deliveries))
                .list();
    }

    private Map<String, List<Delivery>> deliveries(Instant from) {
        return jdbc
                .sql(DELIVERIES)
                .param("from", Bound.at(from))
                .query((row, _) -> Map.entry(row.getString("event_id"), delivery(new Row(row))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static AlertLine line(Row row, Map<String, List<Delivery>> deliveries)
            throws SQLException {
        String event = row.text("event_id");
        return new AlertLine(
                row.instant("raised_at"),
                row.text("severity"),
                row.optionalText("account_id"),
                row.text("message"),
                event,
                deliveries.getOrDefault(event, List.of()));
    }

    private static Delivery delivery(Row row) throws SQLException {
        return new Delivery(
                row.text("channel"),
                row.text("state"),
                row.integer("attempts"),
                row.optionalText("failure"));
    }
}
