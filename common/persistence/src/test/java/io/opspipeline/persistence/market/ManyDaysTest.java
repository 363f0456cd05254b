package io.opspipeline.persistence.market;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.persistence.Entry;
import io.opspipeline.persistence.Scene;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A statement locks each partition that it may read. Those of a year would fill the lock table.
@ExtendWith(PostgresExtension.class)
class ManyDaysTest {

    private static final int DAYS = 60;

    /// Enough for PostgreSQL to make a plan that fits any parameters, were it not told otherwise.
    private static final int REPEATS = 12;

    private Scene scene;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
        IntStream.range(0, DAYS)
                .mapToObj(day -> TEN.minus(Duration.ofDays(day)))
                .forEach(start -> scene.bar(AAPL, start, "100"));
    }

    @Test
    @DisplayName("the newest bars and features are found in the days just before")
    void readsFewDays() {
        var features = new PostgresFeatures(scene.database);
        assertThat(
                        lockedBy(
                                REPEATS,
                                () -> scene.bars.latestBefore(Set.of(AAPL), TEN.plusSeconds(60))))
                .isBetween(1L, 20L);
        assertThat(lockedBy(REPEATS, () -> features.latest(Set.of(AAPL), TEN.plusSeconds(60))))
                .isBetween(1L, 20L);
    }

    @Test
    @DisplayName("an entry fill looks for its underlying in the days just before")
    void fillsReadFewDays() {
        assertThat(lockedBy(1, () -> Entry.held(scene, LARGE, AAPL))).isBetween(1L, 20L);
    }

    /// Partitions that are locked once some work has been done, planned as the pool of a service
    /// has it.
    private long lockedBy(int repeats, Runnable work) {
        return scene.database.<Long>inTransaction(() -> {
            scene.database.jdbc().sql("set local plan_cache_mode = force_custom_plan").update();
            for (int i = 0; i < repeats; i++) {
                work.run();
            }
            return partitions().stream().distinct().count();
        });
    }

    private List<String> partitions() {
        return scene.texts(
                """
                select relname from pg_locks join pg_class on pg_class.oid = relation
                where pid = pg_backend_pid() and relkind = 'r'
                    and (relname like 'telemetry\\_1m\\_%' or relname like 'lane\\_features\\_1m\\_%')
                """);
    }
}
