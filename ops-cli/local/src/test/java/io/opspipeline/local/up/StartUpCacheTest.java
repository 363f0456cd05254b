package io.opspipeline.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpCacheTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path home;

    @Test
    @DisplayName("a service that trains gets what one of a run gets, and nothing is left")
    void setsUpWhatARunHas() throws Exception {
        var folder = new RunFolder(home);
        List<ProcessPlan> trained = new ArrayList<>();

        StartUpCache.train(folder, trained::add);

        assertThat(trained)
                .singleElement()
                .satisfies(plan -> {
                    assertThat(plan.name()).isEqualTo("telemetry");
                    assertThat(plan.environment()).containsKey("OPS_RUN_TOKEN");
                });
        assertThat(Files.exists(folder.token())).isFalse();
    }
}
