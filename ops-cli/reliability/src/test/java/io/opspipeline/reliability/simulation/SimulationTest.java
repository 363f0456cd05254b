package io.opspipeline.reliability.simulation;

import io.opspipeline.reliability.world.ScratchDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SimulationTest {

    @Test
    void replays() {
        try (var databases = ScratchDatabases.in(Path.of("target/ops-home"))) {
            for (long seed : new long[] {1, 1, 2, 3}) {
                try (var database = databases.fresh()) {
                    var result = Simulation.run(seed, database);
                    System.err.println("RESULT " + result);
                    System.err.println("RESULT took " + result.took());
                }
            }
        }
    }
}
