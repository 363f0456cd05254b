package io.opspipeline.local.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.local.MemoryFolder;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.local.up.HoldingRun;
import io.opspipeline.runtime.setting.RunMode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
class RunDatabaseTest {

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

    @ParameterizedTest
    @CsvSource({"PAPER, paper", "LIVE, live", "SIMULATED, up_"})
    @DisplayName("ADR 13: a demo beside a run that is up leaves halt and flatten to that run")
    void leavesTheDatabaseOfARunThatIsUp(RunMode mode, String name) throws Exception {
        try (HoldingRun _ = HoldingRun.of(home, mode)) {
            assertThat(postgres.current().orElseThrow()).startsWith(name);

            trade();

            assertThat(postgres.isHeldByAnother()).isTrue();
            assertThat(postgres.current().orElseThrow()).startsWith(name);
        }

        trade();
        assertThat(postgres.current().orElseThrow()).startsWith(RunDatabase.PREFIX);
    }

    private static void trade() {
        try (RunDatabase demo = RunDatabase.create(postgres)) {
            demo.keep();
        }
    }
}
