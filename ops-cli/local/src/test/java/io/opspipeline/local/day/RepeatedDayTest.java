package io.opspipeline.local.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.local.MemoryFolder;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.runtime.build.BuildId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Trades the same half day (the eve of Independence Day) twice with every service, and looks at
/// what the second left behind.
class RepeatedDayTest {

    private static final LocalDate HALF_DAY = LocalDate.of(2025, 7, 3);
    private static final List<String> SYMBOLS = List.of("AMD", "NVDA");

    @TempDir(factory = MemoryFolder.class)
    static Path home;

    private static final List<DayResult> DAYS = new ArrayList<>();
    private static JdbcClient jdbc;

    @BeforeAll
    static void tradeTwice() {
        DAYS.add(traded(1));
        DAYS.add(traded(1));
        jdbc = JdbcClient.create(currentDatabase());
    }

    @AfterAll
    static void stop() {
        LocalPostgres.in(home).stop();
    }

    @Test
    @DisplayName("A-127: the same seed gives the same journal, from bars to outcomes")
    void repeatsItself() {
        assertThat(DAYS.get(1).journalSha256()).isEqualTo(DAYS.get(0).journalSha256());
        assertThat(DAYS.get(1).accounts()).isEqualTo(DAYS.get(0).accounts());
        assertThat(DAYS.get(1).skips()).isEqualTo(DAYS.get(0).skips());
        assertThat(DAYS.get(1).exits()).isEqualTo(DAYS.get(0).exits());
    }

    @Test
    void tradesFromSignalToOutcome() {
        DayResult day = DAYS.getFirst();

        assertThat(day.day()).isEqualTo(HALF_DAY);
        assertThat(day.bars()).isEqualTo(4 * 210);
        assertThat(day.dispatches().keySet()).contains("SKIPPED", "FILLED");
        assertThat(day.fills()).isPositive();
        assertThat(day.closed()).isPositive();
        assertThat(count("select count(*) from outcomes")).isEqualTo(day.closed());
    }

    @Test
    @DisplayName("A-130: no invariant of the database or against the exchange's books is broken")
    void breaksNoInvariant() {
        assertThat(DAYS).allSatisfy(day -> assertThat(day.invariants().broken()).isEmpty());
        assertThat(DAYS.getFirst().invariants().checked()).isGreaterThanOrEqualTo(20);
    }

    @Test
    @DisplayName("A-55: each signal has one disposition per account")
    void disposesOfEachSignalOncePerAccount() {
        long signals = count("select count(*) from dispatch_recommendations");

        assertThat(signals).isPositive();
        assertThat(
                        jdbc.sql(
                                        """
                                        select account_id || ' ' || count(*) || ' '
                                               || count(distinct signal_id)
                                        from dispatch_executions group by account_id
                                        order by account_id
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "large %d %d".formatted(signals, signals),
                        "tiny %d %d".formatted(signals, signals));
    }

    @Test
    @DisplayName("A-5: every row that belongs to an account names it")
    void knowsAccountsById() {
        for (String table :
                List.of("dispatch_executions", "active_positions", "orders", "fills", "outcomes")) {
            assertThat(count("select count(*) from " + table)).as(table).isPositive();
            assertThat(
                            count(
                                    """
                                    select count(*) from %s left join accounts using (account_id)
                                    where broker_number is null
                                    """
                                            .formatted(table)))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    @DisplayName("A-16: runs, executions and positions carry the build that made them")
    void storesTheBuild() {
        for (String table : List.of("job_runs", "dispatch_executions", "active_positions")) {
            assertThat(
                            jdbc.sql("select distinct build_id from " + table)
                                    .query(String.class)
                                    .list())
                    .as(table)
                    .containsExactly(BuildId.current().value());
        }
    }

    @Test
    @DisplayName("A-112: every run of a job ended, says how many items it had, and was good")
    void recordsRuns() {
        assertThat(jdbc.sql("select distinct status from job_runs").query(String.class).list())
                .containsExactly("DONE");
        assertThat(
                        count(
                                """
                                select count(*) from job_runs
                                where finished_at is null or items is null or build_id = ''
                                """))
                .isZero();
        assertThat(jdbc.sql("select distinct job from job_runs").query(String.class).list())
                .contains(
                        "TELEMETRY",
                        "FEATURES",
                        "SIGNALS",
                        "WATCHLIST",
                        "DISPATCHER",
                        "POSITION_MANAGER",
                        "TRADE_STREAM",
                        "EQUITY_SNAPSHOT",
                        "IV_RECORD");
    }

    private static DayResult traded(long seed) {
        var tickers = new TreeSet<>(SYMBOLS.stream().map(Ticker::of).toList());
        var request =
                new DayRequest(
                        new DayRequest.MarketKind.Generated(),
                        Optional.of(HALF_DAY),
                        seed,
                        tickers,
                        Map.of());
        try (TradingDay day = TradingDay.open(home, request)) {
            return day.trade(DayObserver.NONE);
        }
    }

    private static DataSource currentDatabase() {
        LocalPostgres postgres = LocalPostgres.in(home);
        return postgres.address(postgres.current().orElseThrow()).sessions("test");
    }

    private static long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
