package io.opspipeline.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.local.MemoryFolder;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.runtime.setting.RunMode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunningDatabaseTest {

    @TempDir(factory = MemoryFolder.class)
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path home;

    @SuppressWarnings("NullAway.Init") // set before the tests
    private static LocalPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.in(home);
        postgres.start();
    }

    @AfterAll
    static void stop() {
        postgres.stop();
    }

    @Test
    @DisplayName("what is committed in paper or live is on disk, from the first connection on")
    void keepsEveryCommitAtABroker() {
        try (var database = RunningDatabase.open(postgres, RunMode.PAPER)) {
            assertThat(commits(database)).isEqualTo("on");
        }
        try (var database = RunningDatabase.open(postgres, RunMode.SIMULATED)) {
            assertThat(commits(database)).isEqualTo("off");
        }
    }

    @Test
    @DisplayName("the name of a database tells its mode: operators are told where their word goes")
    void knowsTheModeByTheName() {
        assertThat(RunningDatabase.modeOf("paper")).isEqualTo(RunMode.PAPER);
        assertThat(RunningDatabase.modeOf("live")).isEqualTo(RunMode.LIVE);
        assertThat(RunningDatabase.modeOf("demo_7")).isEqualTo(RunMode.SIMULATED);
    }

    private static String commits(RunningDatabase database) {
        return JdbcClient.create(database.source())
                .sql("show synchronous_commit")
                .query(String.class)
                .single();
    }
}
