package io.opspipeline.cli.market;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.runtime.health.HealthMoment;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The mode of a run and the time it has come to.
///
/// @param mode SIMULATED, PAPER or LIVE, of the newest row that says so; empty before the first
/// @param at the time, UTC: that of the run at a broker, else that of the newest sign of life;
///   empty before the first
public record MarketMoment(Optional<String> mode, Optional<Instant> at) {

    private static final String SIMULATED = "SIMULATED";

    /// A service says its mode as soon as it runs, an execution when there is a first one.
    private static final String NEWEST_MODE =
            """
            select coalesce(
              (select mode from settings_reads order by read_at desc limit 1),
              (select execution_mode from dispatch_executions order by dispatch_id desc limit 1))
            """;

    private static final String NEWEST_SIGN =
            """
            select max(at) from (
              (select as_of as at from job_runs order by started_at desc limit 1)
              union all
              select beat_at from heartbeats) signs
            """;

    /// Reads it.
    ///
    /// @param run what the clocks of services show that trade at a broker
    public static MarketMoment read(JdbcClient jdbc, InstantSource run) {
        Optional<String> mode =
                jdbc.sql(NEWEST_MODE)
                        .query((row, _) -> Optional.ofNullable(row.getString(1)))
                        .single();
        boolean atBroker = mode.filter(each -> !each.equals(SIMULATED)).isPresent();
        return new MarketMoment(mode, atBroker ? Optional.of(run.instant()) : newestSign(jdbc));
    }

    /// True while a session is open.
    public boolean isOpen() {
        return at.filter(SessionCalendar.nyse()::isOpen).isPresent();
    }

    /// How long ago something was; empty before the first sign of life.
    public Optional<Duration> age(Instant then) {
        return at.map(now -> Duration.between(then, now));
    }

    /// The moment as health checks see it.
    public Optional<HealthMoment> health() {
        return at.map(now -> new HealthMoment(now, SessionCalendar.nyse().sessionAt(now)));
    }

    private static Optional<Instant> newestSign(JdbcClient jdbc) {
        return jdbc.sql(NEWEST_SIGN)
                .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(Timestamp::toInstant);
    }
}
