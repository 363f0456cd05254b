package io.opspipeline.local.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.persistence.alert.AlertBell;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A healthy database at ten in New York, into which something is planted.
@ExtendWith(PostgresExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class HealthcheckTest {

    private static final Instant TEN = Instant.parse("2025-06-12T14:00:00Z");

    private TestDatabase test;
    private Database database;
    private Healthcheck healthcheck;

    @BeforeEach
    void plant(TestDatabase opened) {
        test = opened;
        database = Database.over(opened.dataSource());
        healthcheck = new Healthcheck(database, SessionCalendar.nyse());
        sql(
                """
                insert into accounts values
                    ('large', 'SIM1', 'SWING', 'LARGE', 'OPTIONS_ONLY', 60, 500, 5, 10, 10000, true,
                        '2025-06-12T13:00:00Z'),
                    ('off', 'SIM2', 'SWING', 'LARGE', 'OPTIONS_ONLY', 60, 500, 5, 10, 10000, false,
                        '2025-06-12T13:00:00Z')
                """);
        sql("do $$ begin perform ensure_day_partitions('2025-06-12'); end $$");
        alive(TEN);
        healthcheck.look(TEN.minusSeconds(120));
    }

    @Test
    @DisplayName(
            "A-113: a healthy pipeline raises nothing, and the healthcheck itself shows a beat")
    void raisesNothingWhereAllIsWell() {
        look(TEN);

        assertThat(alerts()).isEmpty();
        assertThat(
                        texts(
                                "select service || ' ' || detail from heartbeats where account_id is null"))
                .containsExactly("healthcheck 0 not well");
    }

    @Test
    @DisplayName("A-120: an outage is told once, when it begins; the next one again")
    void tellsEachOutageOnce() {
        sql(
                "update heartbeats set beat_at = '2025-06-12T13:59:00Z' where service = 'trade-stream'");
        look(TEN);
        look(TEN.plusSeconds(20));
        var another = new Healthcheck(database, SessionCalendar.nyse());
        another.look(TEN.plusSeconds(22));
        another.look(TEN.plusSeconds(24));
        assertThat(alerts()).containsExactly("CRITICAL stream-dead large 2025-06-12T13:59:00Z");
        alive(TEN.plusSeconds(40));
        look(TEN.plusSeconds(40));
        alive(TEN.plusSeconds(300));
        sql(
                "update heartbeats set beat_at = '2025-06-12T14:04:00Z' where service = 'trade-stream'");
        look(TEN.plusSeconds(300));

        assertThat(alerts())
                .containsExactly(
                        "CRITICAL stream-dead large 2025-06-12T13:59:00Z",
                        "INFO over stream-dead large 2025-06-12T13:59:00Z",
                        "CRITICAL stream-dead large 2025-06-12T14:04:00Z");
    }

    @Test
    @DisplayName("A-120: an outage that comes back within a minute is the same")
    void takesAFlutterForOneOutage() {
        sql(
                "update heartbeats set beat_at = '2025-06-12T13:59:00Z' where service = 'trade-stream'");
        look(TEN);
        alive(TEN.plusSeconds(10));
        look(TEN.plusSeconds(10));
        look(TEN.plusSeconds(45));

        assertThat(alerts())
                .containsExactly(
                        "CRITICAL stream-dead large 2025-06-12T13:59:00Z",
                        "INFO over stream-dead large 2025-06-12T13:59:00Z");
        assertThat(texts("select name from health_conditions where ended_at is null"))
                .containsExactly("stream-dead");
    }

    @Test
    void givesServicesThatWereJustStartedTheTimeOfAFirstSign() {
        Instant late = TEN.plusSeconds(1_800);
        var started = new Healthcheck(database, SessionCalendar.nyse());
        started.look(late);
        started.look(late.plusSeconds(119));
        assertThat(alerts()).isEmpty();

        started.look(late.plusSeconds(120));
        assertThat(alerts()).hasSize(12);
    }

    @Test
    @DisplayName("incident 84: two healthchecks of one database tell an outage once")
    void tellsOnceFromTwo() {
        var another = new Healthcheck(database, SessionCalendar.nyse());
        another.look(TEN.minusSeconds(120));
        sql(
                "update heartbeats set beat_at = '2025-06-12T13:59:00Z' where service = 'trade-stream'");
        for (int second = 0; second < 10; second += 2) {
            healthcheck.look(TEN.plusSeconds(second));
            another.look(TEN.plusSeconds(second + 1));
        }

        assertThat(alerts()).containsExactly("CRITICAL stream-dead large 2025-06-12T13:59:00Z");
    }

    @Test
    void waitsForASecondLook() {
        sql(
                "update heartbeats set beat_at = '2025-06-12T13:59:00Z' where service = 'trade-stream'");
        healthcheck.look(TEN);
        alive(TEN.plusSeconds(1));
        healthcheck.look(TEN.plusSeconds(1));

        assertThat(alerts()).isEmpty();
    }

    @Test
    @DisplayName("A-101: a silent position manager is told once, by trade-stream or here")
    void tellsOfSilenceUnderTheIdOfTradeStream() {
        sql(
                "update heartbeats set beat_at = '2025-06-12T13:57:00Z' where service = 'position-manager'");
        sql(
                """
                insert into alerts values
                    ('silent position-manager large 2025-06-12T13:57:00Z', 'CRITICAL', 'large',
                     'told by trade-stream', '2025-06-12T13:59:30Z')
                """);
        look(TEN);

        assertThat(texts("select message from alerts")).containsExactly("told by trade-stream");
    }

    @Test
    @DisplayName("incident 83, A-113: an empty database is unhealthy in session")
    void findsAnEmptyDatabaseUnhealthy() {
        sql("delete from heartbeats");
        sql("delete from telemetry_1m");
        sql("delete from lane_features_1m");
        sql("delete from job_runs");
        look(TEN);

        assertThat(alerts())
                .filteredOn(alert -> !alert.contains(" job-late "))
                .containsExactly(
                        "CRITICAL bars-late pipeline 2025-06-12T13:30:00Z",
                        "CRITICAL features-late pipeline 2025-06-12T13:30:00Z",
                        "CRITICAL stream-dead large 2025-06-12T13:30:00Z",
                        "CRITICAL silent position-manager large 2025-06-12T13:30:00Z");
    }

    @Test
    @DisplayName("A-70, A-114: failing jobs and runs that do not end are named")
    void findsFailingJobs() {
        sql("delete from job_runs");
        for (int i = 0; i < 12; i++) {
            run("SIGNALS", i < 6 ? "DONE" : "FAILED", "2025-06-12T13:%d:00Z".formatted(30 + i));
            run(
                    "WATCHLIST",
                    i % 2 == 0 ? "DONE" : "FAILED",
                    "2025-06-12T13:%d:30Z".formatted(30 + i));
        }
        run("FEATURES", "RUNNING", "2025-06-12T13:50:00Z");
        run("TELEMETRY", "RUNNING", "2025-06-12T13:50:00Z");
        run("TELEMETRY", "DONE", "2025-06-12T13:51:00Z");
        look(TEN);

        assertThat(alerts())
                .filteredOn(alert -> !alert.contains(" job-late "))
                .containsExactly(
                        "CRITICAL job-fails SIGNALS 2025-06-12T14:00:00Z",
                        "CRITICAL run-unfinished FEATURES 2025-06-12T13:50:00Z");
        assertThat(texts("select message from alerts where event_id like 'job-fails%'"))
                .containsExactly("6 of the last 10 runs of SIGNALS failed, last: no column");
    }

    @Test
    @DisplayName("A-112: a job that is dead or stuck is told, by enabled account, and its end too")
    void findsLateJobs() {
        sql("delete from job_runs where job in ('SIGNALS', 'DISPATCHER', 'WATCHLIST')");
        run("SIGNALS", "DONE", "2025-06-12T13:57:00Z");
        run("SIGNALS", "FAILED", "2025-06-12T13:59:00Z");
        run("WATCHLIST", "DONE", "2025-06-12T13:55:00Z");
        look(TEN);
        succeed(TEN.plusSeconds(20));
        look(TEN.plusSeconds(20));

        assertThat(alerts())
                .containsExactlyInAnyOrder(
                        "CRITICAL job-late signals 2025-06-12T13:57:00Z",
                        "CRITICAL job-late dispatcher large 2025-06-12T13:30:00Z",
                        "INFO over job-late signals 2025-06-12T13:57:00Z",
                        "INFO over job-late dispatcher large 2025-06-12T13:30:00Z");
        assertThat(texts("select message from alerts where event_id like 'job-late disp%'"))
                .containsExactly(
                        "dispatcher large has not succeeded since 2025-06-12T13:30:00Z: nothing is entered");
    }

    @Test
    @DisplayName("A-70: skips for want of data are an alarm, skips on the merits are not")
    void findsBlindSkips() {
        for (int i = 1; i <= 10; i++) {
            skip(i, i <= 5 ? "STREAM_READY" : "PACE");
        }
        look(TEN);
        assertThat(alerts()).isEmpty();

        sql(
                "insert into gate_verdicts values (6, 'PACE', 'FAILED', 'missing: last entry', 'present')");
        look(TEN.plusSeconds(1));
        assertThat(alerts()).containsExactly("WARNING blind-skips large 2025-06-12T14:00:01Z");
    }

    @Test
    @DisplayName(
            "A-70, incident 3: chains that cannot be read are an alarm, chains of no use are not")
    void findsChainsThatCannotBeRead() {
        for (int i = 1; i <= 10; i++) {
            skip(i, "NO_CONTRACT");
            candidate(i);
        }
        look(TEN);
        assertThat(alerts()).isEmpty();

        sql("delete from contract_candidates where dispatch_id <= 6");
        look(TEN.plusSeconds(1));
        assertThat(alerts()).containsExactly("WARNING blind-skips large 2025-06-12T14:00:01Z");
    }

    @Test
    @DisplayName("incidents 21 and 38: doubts, unbooked fills, idle closes and doubles are named")
    void findsDoubtfulOrders() {
        skip(1, "PACE");
        position("NVDA250620C00100000", "CLOSING");
        order("doubt", "AMD250620C00100000", "IN_DOUBT", 0);
        order("second", "AMD250620C00100000", "SUBMITTED", 0);
        order("filled", "MSFT250620C00100000", "FILLED", 2);
        look(TEN);

        assertThat(alerts())
                .containsExactly(
                        "CRITICAL in-doubt large doubt 2025-06-12T13:50:00Z",
                        "CRITICAL unbooked-fill large filled 2025-06-12T13:50:00Z",
                        "CRITICAL double large working BUY of AMD250620C00100000 2025-06-12T13:50:00Z",
                        "CRITICAL idle-close large NVDA250620C00100000 2025-06-12T13:50:00Z");
    }

    @Test
    @DisplayName("incident 32: a position that ended and has no outcome is told")
    void findsAnEndWithoutAnOutcome() {
        skip(1, "PACE");
        position("NVDA250620C00100000", "CLOSING");
        sql(
                """
                update active_positions set state = 'CLOSED', quantity = 0, sold_quantity = 2,
                    sold_value = 4.00, ended_at = '2025-06-12T13:55:00Z', end_reason = 'STOP_LOSS'
                """);
        look(TEN);

        assertThat(alerts())
                .containsExactly(
                        "CRITICAL no-outcome large NVDA250620C00100000 2025-06-12T13:55:00Z");
    }

    @Test
    @DisplayName("A close waits in a trading halt unseen, until a bar or 90 s after the halt's end")
    void letsClosesWaitForHalts() {
        skip(1, "PACE");
        position("NVDA250620C00100000", "CLOSING");
        sql("insert into trading_halts values ('NVDA', '2025-06-12T13:59:30Z', true, 'pause')");
        look(TEN);
        assertThat(alerts()).isEmpty();

        sql("insert into trading_halts values ('NVDA', '2025-06-12T13:59:40Z', false, 'over')");
        look(TEN.plusSeconds(1));
        assertThat(alerts()).isEmpty();

        sql("delete from trading_halts");
        sql("insert into trading_halts values ('NVDA', '2025-06-12T13:55:00Z', true, 'pause')");
        look(TEN.plusSeconds(2));
        assertThat(alerts())
                .as("a bar is newer than the halt")
                .containsExactly(
                        "CRITICAL idle-close large NVDA250620C00100000 2025-06-12T13:55:00Z");
    }

    @Test
    @DisplayName("A-120: a fill is told once its order has ended, with the cost times 100")
    void tellsOfFills() {
        skip(1, "PACE");
        position("MSFT250620C00100000", "OPEN");
        order("working", "AMD250620C00100000", "SUBMITTED", 0);
        order("filled", "MSFT250620C00100000", "FILLED", 2);
        sql(
                """
                insert into fills values ('filled', 'f1', 'large', 1, 'BUY', 2, 2.50, 0.05,
                    '2025-06-12T13:50:00Z')
                """);
        look(TEN);
        look(TEN.plusSeconds(2));

        assertThat(texts("select severity || ' ' || event_id || ': ' || message from alerts"))
                .containsExactly(
                        "INFO fill filled: bought 2 MSFT250620C00100000 at 2.5, 500.00 USD");
    }

    @Test
    @DisplayName("A-67, incident 3: an entry that the broker did not take is told, once")
    void tellsOfRejections() {
        skip(1, "PACE");
        order("lost", "AMD250620C00100000", "FILLED", 0);
        reject("SUBMIT_LOST", "SUBMIT_LOST");
        look(Instant.parse("2025-06-12T13:51:04Z"));
        assertThat(alerts()).isEmpty();

        look(TEN);
        look(TEN.plusSeconds(2));
        assertThat(alerts()).containsExactly("WARNING rejected 1");
        assertThat(texts("select message from alerts"))
                .containsExactly(
                        "2 AMD250620C00100000 were not bought, the entry ended REJECTED: SUBMIT_LOST");
    }

    @Test
    @DisplayName("A-67: a rejection that stopped the account is told by the stop alone")
    void tellsARejectionOnce() {
        skip(1, "PACE");
        order("refused", "AMD250620C00100000", "FILLED", 0);
        reject("USER_SUSPENDED", "refused 403/40310000: by user request");
        sql(
                """
                insert into alerts (event_id, account_id, severity, message, raised_at)
                values ('entries-refused large USER_SUSPENDED 2025-06-12T13:51:00.2Z', 'large', 'CRITICAL',
                    'no entries', '2025-06-12T13:51:00.2Z')
                """);
        look(TEN);

        assertThat(alerts())
                .containsExactly(
                        "CRITICAL entries-refused large USER_SUSPENDED 2025-06-12T13:51:00.2Z");
    }

    @Test
    @DisplayName("A-97, A-69: trading that stopped is told, unless the breaker told it already")
    void tellsOfStops() {
        sql(
                """
                insert into trading_state_events (account_id, state, reason, until, changed_at) values
                    ('large', 'REDUCING', 'DAILY_LOSS 2025-06-12', null, '2025-06-12T13:58:00Z'),
                    ('large', 'ACTIVE', 'over', null, '2025-06-12T13:58:30Z'),
                    ('off', 'HALTED', 'halted by ann', null, '2025-06-12T13:59:00Z'),
                    ('off', 'HALTED', 'just now', null, '2025-06-12T13:59:56Z')
                """);
        sql(
                """
                insert into alerts values ('pause large DAILY_LOSS 2025-06-12', 'CRITICAL', 'large',
                    'the day is lost', '2025-06-12T13:58:00Z')
                """);
        look(TEN);

        assertThat(texts("select account_id || ' ' || message from alerts order by alert_no"))
                .containsExactly(
                        "large the day is lost",
                        "off HALTED: halted by ann, until an operator resumes");
    }

    @Test
    @DisplayName("A-120: the report is told once for each account")
    void tellsOfTheReport() {
        Instant evening = Instant.parse("2025-06-12T20:21:00Z");
        sql(
                """
                insert into daily_reports values ('2025-06-12', 'large', 121000, 120987.70, -12.30, 1.2,
                    5, 2, 3, 0, '2025-06-12T20:20:00Z')
                """);
        look(evening);
        look(evening.plusSeconds(2));

        assertThat(texts("select message from alerts"))
                .containsExactly(
                        "2025-06-12: -12.30 USD after 1.20 fees, 5 closed, 2 won, 3 lost, 0 open,"
                                + " equity 121000.00 to 120987.70");
    }

    @Test
    @DisplayName("incident 53: a look that fails does not end the watch; it looks again by itself")
    void goesOnAfterAFailure() throws InterruptedException {
        sql("alter table heartbeats rename to hidden");
        sql("update hidden set beat_at = '2025-06-12T13:00:00Z'");
        var address = new DatabaseAddress(test.url(), test.user(), test.password());
        var rings = new LinkedBlockingQueue<String>();
        try (var _ = AlertBell.hang(test.dataSource(), () -> rings.add("rung"));
                var _ = HealthWatch.start(address, new MinuteClock(), SessionCalendar.nyse())) {
            assertThat(rings.poll(30, TimeUnit.SECONDS)).as("the bell hangs").isNotNull();
            sql("alter table hidden rename to heartbeats");
            assertThat(rings.poll(30, TimeUnit.SECONDS)).as("an alert was raised").isNotNull();
        }
        assertThat(alerts()).contains("CRITICAL stream-dead large 2025-06-12T13:30:00Z");
    }

    @Test
    @DisplayName("incident 65: a healthcheck that cannot look says so at the third time, once")
    void tellsThatItIsBlind() throws InterruptedException {
        sql("alter table heartbeats rename to hidden");
        var address = new DatabaseAddress(test.url(), test.user(), test.password());
        var rings = new LinkedBlockingQueue<String>();
        try (var _ = AlertBell.hang(test.dataSource(), () -> rings.add("rung"));
                var _ = HealthWatch.start(address, new MinuteClock(), SessionCalendar.nyse())) {
            assertThat(rings.poll(30, TimeUnit.SECONDS)).as("the bell hangs").isNotNull();
            assertThat(rings.poll(30, TimeUnit.SECONDS)).as("an alert was raised").isNotNull();
            assertThat(rings.poll(5, TimeUnit.SECONDS)).as("another alert").isNull();
        }
        assertThat(alerts()).containsExactly("CRITICAL healthcheck-blind 2025-06-12T14:00:00Z");
    }

    /// Begins at ten; a minute passes from one look to the next.
    private static final class MinuteClock extends Clock {

        private final AtomicInteger minute = new AtomicInteger();

        @Override
        public Instant instant() {
            return TEN.plusSeconds(60L * minute.getAndIncrement());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("this clock has no zone but UTC");
        }
    }

    /// Twice: what lasts is told at the second look.
    private void look(Instant asOf) {
        healthcheck.look(asOf);
        healthcheck.look(asOf);
    }

    private void alive(Instant at) {
        sql("delete from heartbeats where account_id is not null");
        sql(
                """
                insert into heartbeats values
                    ('trade-stream', 'large', '%1$s', '%1$s', '%1$s', 'alive'),
                    ('position-manager', 'large', '%1$s', null, null, 'alive')
                """
                        .formatted(at));
        sql(
                """
                insert into telemetry_1m values
                    ('NVDA', '%1$s'::timestamptz - interval '1 minute', 1, 1, 1, 1, 1, 'STREAM', 'sip', '%1$s')
                """
                        .formatted(at));
        sql(
                """
                insert into lane_features_1m (ticker, ts, close, run_length, computed_at) values
                    ('NVDA', '%1$s'::timestamptz - interval '1 minute', 1, 0, '%1$s')
                """
                        .formatted(at));
        succeed(at);
    }

    /// Every periodic job of every account succeeded then.
    private void succeed(Instant at) {
        sql(
                """
                insert into job_runs (job, account_id, cause, scheduled_for, as_of, attempt, status,
                    build_id, started_at, finished_at)
                select job, account_id, 'WAKE', '%1$s', '%1$s', 1, 'DONE', 'build', '%1$s', '%1$s'
                from (values ('TELEMETRY', null), ('FEATURES', null), ('SIGNALS', null),
                    ('WATCHLIST', null), ('DISPATCHER', 'large'), ('TRADE_STREAM', 'large'),
                    ('POSITION_MANAGER', 'large'), ('EQUITY_SNAPSHOT', 'large')) as v (job, account_id)
                """
                        .formatted(at));
    }

    private void run(String job, String status, String at) {
        sql(
                """
                insert into job_runs (job, cause, scheduled_for, as_of, attempt, status, note, build_id,
                    started_at, finished_at)
                values ('%1$s', 'SCHEDULE', '%3$s', '%3$s', 1, '%2$s', 'no column', 'build', '%3$s', %4$s)
                """
                        .formatted(
                                job,
                                status,
                                at,
                                status.equals("RUNNING") ? "null" : "'" + at + "'"));
    }

    private void skip(int id, String reason) {
        sql(
                """
                insert into dispatch_recommendations (signal_id, ticker, action, instrument_type,
                    confidence, bar_ts, close, sma20, volume_ratio, trend_state, run_length,
                    distance_sma20, rule_version, status, created_at, expires_at)
                overriding system value
                values (%d, 'T%d', 'BUY_CALL', 'CALL', 0.7, '2025-06-12T13:50:00Z', 100, 99, 2, 1, 3,
                    0.01, 'rule', 'OPEN', '2025-06-12T13:51:00Z', '2025-06-12T13:56:00Z')
                """
                        .formatted(id, id));
        sql(
                """
                insert into dispatch_executions (dispatch_id, signal_id, account_id, ticker, action,
                    cause, status, reason, denial, filled, reserved, execution_mode, build_id,
                    created_at, ended_at)
                overriding system value
                values (%1$d, %1$d, 'large', 'T%1$d', 'BUY_CALL', 'SIGNAL', 'SKIPPED', '%2$s', '%2$s', 0, 0,
                    'SIMULATED', 'build', '2025-06-12T13:51:00Z', '2025-06-12T13:51:00Z')
                """
                        .formatted(id, reason));
    }

    private void reject(String denial, String reason) {
        sql(
                """
                update dispatch_executions set status = 'REJECTED', denial = '%s', reason = '%s',
                    instrument_type = 'CALL', symbol = 'AMD250620C00100000', strike = 100,
                    expiry = '2025-06-20', multiplier = 100, contracts = 2, plan_price = 2.50,
                    notional = 500
                """
                        .formatted(denial, reason));
    }

    private void candidate(int dispatch) {
        sql(
                """
                insert into contract_candidates (dispatch_id, symbol, chosen, failed_check)
                values (%d, 'T250620C00100000', false, 'SPREAD')
                """
                        .formatted(dispatch));
    }

    private void position(String symbol, String state) {
        sql(
                """
                insert into active_positions (position_id, account_id, ticker, symbol,
                    instrument_type, strike, expiry, multiplier, strategy, origin, state, quantity,
                    bought_quantity, bought_value, sold_quantity, sold_value, entry_price, stop_loss,
                    take_profit, max_hold_sessions, partial_taken, opened_at, build_id)
                overriding system value
                values (1, 'large', 'NVDA', '%s', 'CALL', 100, '2025-06-20', 100, 'SWING', 'DISPATCH',
                    '%s', 2, 2, 5.00, 0, 0, 2.50, 1.90, 3.75, 5, false, '2025-06-12T13:50:00Z', 'build')
                """
                        .formatted(symbol, state));
    }

    private void order(String id, String symbol, String state, int filled) {
        sql(
                """
                insert into orders (client_order_id, account_id, dispatch_id, symbol, side, quantity,
                    order_type, limit_price, attempt, state, reason, denial, filled_quantity,
                    filled_value, created_at, ended_at)
                values ('%s', 'large', 1, '%s', 'BUY', 2, 'LIMIT', 2.50, 1, '%3$s',
                    case '%3$s' when 'IN_DOUBT' then 'time-out' end,
                    case '%3$s' when 'IN_DOUBT' then 'NO_ANSWER' end,
                    %4$d, 2.50 * %4$d, '2025-06-12T13:50:00Z', %5$s)
                """
                        .formatted(
                                id,
                                symbol,
                                state,
                                filled,
                                state.equals("FILLED") ? "'2025-06-12T13:50:05Z'" : "null"));
    }

    private List<String> alerts() {
        return texts("select severity || ' ' || event_id from alerts order by alert_no");
    }

    private List<String> texts(String statement) {
        return database.jdbc().sql(statement).query(String.class).list();
    }

    private void sql(String statement) {
        database.jdbc().sql(statement).update();
    }
}
