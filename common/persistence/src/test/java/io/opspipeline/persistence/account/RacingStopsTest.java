package io.opspipeline.persistence.account;

import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.persistence.Scene;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A breaker and an operator who change the same account at once.
@ExtendWith(PostgresExtension.class)
class RacingStopsTest {

    private static final long PATIENCE = 30;
    private static final TradingStatus FLATTEN =
            new TradingStatus(TradingState.HALTED, "FLATTEN by ann", Optional.empty());
    private static final String STREAK = "LOSING_STREAK 2026-11-19 #1";
    private static final Instant AN_HOUR_ON = TEN.plusSeconds(3_600);

    private final ExecutorService sessions = Executors.newVirtualThreadPerTaskExecutor();
    private Scene scene;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
    }

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    @DisplayName("A-69, A-97: a breaker that trips while an operator flattens undoes no flatten")
    void leavesTheFlatten() throws Exception {
        var control = new OperatorControl(scene.database);

        CompletableFuture<Void> breaker =
                scene.database.inTransaction(() -> {
                    control.change(Map.of(LARGE, FLATTEN), TEN);
                    return startedAndBlocked(this::trip);
                });
        breaker.get(PATIENCE, TimeUnit.SECONDS);

        assertThat(scene.accounts.tradingStatus(LARGE, AN_HOUR_ON)).isEqualTo(FLATTEN);
    }

    @Test
    @DisplayName("A-97: of two breakers that trip at once the one that lasts longer stays")
    void leavesTheLongerPause() throws Exception {
        CompletableFuture<Void> streak =
                scene.database.inTransaction(() -> {
                    scene.accounts.stopEntries(LARGE, "DRAWDOWN", Optional.empty(), TEN);
                    return startedAndBlocked(this::trip);
                });
        streak.get(PATIENCE, TimeUnit.SECONDS);

        assertThat(scene.accounts.tradingStatus(LARGE, AN_HOUR_ON).reason()).isEqualTo("DRAWDOWN");
    }

    private void trip() {
        scene.accounts.stopEntries(LARGE, STREAK, Optional.of(AN_HOUR_ON), TEN);
    }

    /// Something that another session does, and that waits for this one by now.
    private CompletableFuture<Void> startedAndBlocked(Runnable work) {
        var started = CompletableFuture.runAsync(work, sessions);
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        // A transaction sees one picture of the activity: the question needs a session of its own.
        while (!CompletableFuture.supplyAsync(this::isSomebodyBlocked, sessions).join()) {
            assertThat(System.nanoTime()).isLessThan(patience);
        }
        return started;
    }

    private boolean isSomebodyBlocked() {
        return scene.texts(
                                """
                                select pid::text from pg_stat_activity
                                where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0
                                """)
                        .size()
                == 1;
    }
}
