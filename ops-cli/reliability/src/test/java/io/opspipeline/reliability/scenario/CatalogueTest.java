package io.opspipeline.reliability.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.reliability.world.ScratchDatabases;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class CatalogueTest {

    private static ScratchDatabases databases;

    @BeforeAll
    static void start() {
        databases = ScratchDatabases.in(Path.of("target/ops-home"));
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> faults() {
        var theatre = new Theatre(databases);
        return Catalogue.all().stream()
                .map(scenario ->
                        DynamicTest.dynamicTest(
                                "fault %s: %s".formatted(scenario.name(), scenario.story()),
                                () -> assertThat(theatre.run(scenario).faults()).isEmpty()));
    }
}
