package io.opspipeline.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.output.Style;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What `status` says while a day is being traded, at 10:30 New York time.
@ExtendWith(PostgresExtension.class)
class RunningDayTest {

    private static final String NOW = "2025-06-12T14:30:00Z";

    private final SettableClock wall = SettableClock.at("2026-11-28T12:00:00Z");
    private DataSource source;
    private JdbcClient jdbc;

    @BeforeEach
    void trade(DataSource source) {
        this.source = source;
        jdbc = JdbcClient.create(source);
        run(
                """
                insert into accounts values ('tiny', 'N1', 'DAY', 'TINY', 'OPTIONS_ONLY', 300, 100, 2,
                    4, 400, true, '2025-06-12T13:00:00Z')
                """);
        run("select ensure_day_partitions('2025-06-12')");
        run(
                """
                insert into telemetry_1m values ('NVDA', '2025-06-12T14:29:00Z', 1, 1, 1, 1, 100,
                    'STREAM', 'sip', '2025-06-12T14:30:00Z')
                """);
        run(
                """
                insert into lane_features_1m (ticker, ts, close, run_length, computed_at)
                values ('NVDA', '2025-06-12T14:29:00Z', 1, 0, '2025-06-12T14:30:00Z')
                """);
        ran("TELEMETRY", null, NOW);
        ran("FEATURES", null, NOW);
        ran("DISPATCHER", "tiny", "2025-06-12T14:21:00Z");
    }

    @Test
    @DisplayName("A-112: a job is late by its own period, an account's cadence included")
    void isWellWhileAllAreOnTime() {
        Status status = read();

        assertThat(status.asOf()).hasToString("Optional[%s]".formatted(NOW));
        assertThat(status.marketOpen()).isTrue();
        assertThat(status.mode()).isEmpty();
        assertThat(late(status)).isEmpty();
        assertThat(new StatusText(Style.plain()).lines(status))
                .contains("bars: 60 s old, limit 180 s", "features: 60 s old, limit 600 s");
    }

    @Test
    @DisplayName("A-112, A-115: late jobs and data that is behind are marked")
    void marksWhatIsBehind() {
        run("update telemetry_1m set ts = '2025-06-12T14:26:00Z'");
        run(
                """
                update job_runs set as_of = '2025-06-12T14:27:59Z',
                    started_at = '2025-06-12T14:27:59Z' where job = 'FEATURES'
                """);

        Status status = read();

        assertThat(late(status)).containsExactly("FEATURES");
        assertThat(status.lags())
                .contains(new Status.DataLag("bars", false, "240 s old, limit 180 s"));
    }

    @Test
    @DisplayName("A-115: at a broker the wall's time counts, so that a run that died is seen")
    void goesByTheWallAtABroker() {
        run(
                """
                insert into dispatch_recommendations (ticker, action, instrument_type, confidence,
                    bar_ts, close, sma20, volume_ratio, trend_state, run_length, distance_sma20,
                    rule_version, status, created_at, expires_at)
                values ('NVDA', 'BUY_CALL', 'CALL', 0.5, '2025-06-12T14:29:00Z', 1, 1, 1, 1, 1, 0,
                    'v', 'OPEN', '2025-06-12T14:30:00Z', '2025-06-12T14:35:00Z')
                """);
        run(
                """
                insert into dispatch_executions (signal_id, account_id, ticker, action, cause, status,
                    filled, reserved, execution_mode, build_id, created_at)
                select signal_id, 'tiny', ticker, action, 'SIGNAL', 'PENDING', 0, 0, 'PAPER', 'b',
                    created_at from dispatch_recommendations
                """);
        wall.set(Instant.parse("2025-06-12T14:50:00Z"));

        Status status = read();

        assertThat(status.mode()).contains("PAPER");
        assertThat(status.asOf()).contains(wall.instant());
        assertThat(late(status)).contains("TELEMETRY");
        assertThat(status.problems()).contains("no healthcheck looked since the start");
    }

    @Test
    @DisplayName("A-97, A-115: a pause shows its end, and is not shown when it is over")
    void showsPausesAsLongAsTheyLast() {
        run(
                """
                insert into trading_states values ('tiny', 'REDUCING', 'LOSING_STREAK 2025-06-12 #1',
                    '2025-06-12T15:05:00Z', '2025-06-12T14:05:00Z')
                """);

        Status.AccountLine paused = read().accounts().getFirst();
        assertThat(paused.tradingState()).isEqualTo("REDUCING");
        assertThat(paused.until()).contains(Instant.parse("2025-06-12T15:05:00Z"));
        assertThat(lines()).contains("REDUCING until 2025-06-12 11:05:00");

        run("update trading_states set until = '2025-06-12T14:30:00Z'");
        Status.AccountLine over = read().accounts().getFirst();
        assertThat(over.tradingState()).isEqualTo("ACTIVE");
        assertThat(over.until()).isEmpty();
        assertThat(over.why()).isEqualTo("over: LOSING_STREAK 2025-06-12 #1");
    }

    @Test
    @DisplayName("A-97, A-115: beside the loss limit stands what it counts: held positions, too")
    void showsTheProfitThatTheLossLimitCounts() {
        run(
                """
                insert into equity_snapshots values
                    ('tiny', '2025-06-11T20:00:00Z', 1000, 1000, -50, 0, 0)
                """);
        assertThat(read().accounts().getFirst().pnl()).isEmpty();

        run(
                """
                insert into equity_snapshots values
                    ('tiny', '2025-06-12T14:25:00Z', 960, 700, 20, -60, 1)
                """);
        Status.AccountLine account = read().accounts().getFirst();
        assertThat(account.pnl())
                .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("-40"));
        assertThat(account.realised()).isEmpty();
        assertThat(lines()).contains("pnl today  realised  loss limit");
    }

    private String lines() {
        return String.join("\n", new StatusText(Style.plain()).lines(read()));
    }

    private static List<String> late(Status status) {
        return status.jobs().stream()
                .filter(Status.JobLine::late)
                .map(Status.JobLine::job)
                .toList();
    }

    private Status read() {
        return new StatusReader(source, wall).read();
    }

    private void ran(String job, @Nullable String account, String asOf) {
        jdbc.sql(
                        """
                        insert into job_runs (job, account_id, cause, scheduled_for, as_of, attempt,
                            status, items, expected, build_id, started_at, finished_at)
                        values (:job, :account, 'SCHEDULE', :at::timestamptz, :at::timestamptz, 1,
                            'DONE', 1, 1, 'b', :at::timestamptz, :at::timestamptz)
                        """)
                .param("job", job)
                .param("account", account)
                .param("at", asOf)
                .update();
    }

    private void run(String sql) {
        if (sql.startsWith("select")) {
            jdbc.sql(sql).query((_, _) -> true).list();
        } else {
            jdbc.sql(sql).update();
        }
    }
}
