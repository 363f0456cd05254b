package io.opspipeline.reliability.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.reliability.world.Scratch;
import io.opspipeline.reliability.world.ScratchDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class SimulationTest {

    private static ScratchDatabases databases;

    @BeforeAll
    static void start() {
        databases = ScratchDatabases.in(Path.of("target/ops-home"));
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    @DisplayName("A-128, A-129: an hour of faults and crashes breaks nothing, and replays exactly")
    void replays() {
        SimulationResult first = run(1);
        SimulationResult again = run(1);

        assertThat(first.broken()).isEmpty();
        assertThat(first.orderEvents()).isGreaterThanOrEqualTo(200);
        assertThat(first.faults())
                .containsKeys("SUBMIT answer cut", "event lost", "event twice", "partial fill");
        assertThat(first.crashes()).isNotEmpty();
        assertThat(again.journal()).isEqualTo(first.journal());
        assertThat(again.faults()).isEqualTo(first.faults());
        assertThat(again.crashes()).isEqualTo(first.crashes());
        assertThat(again.steps()).isEqualTo(first.steps());
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    @DisplayName("Another seed is another hour")
    void differs() {
        assertThat(run(2).journal()).isNotEqualTo(run(3).journal());
    }

    private static SimulationResult run(long seed) {
        try (Scratch database = databases.fresh()) {
            return Simulation.run(seed, database);
        }
    }
}
