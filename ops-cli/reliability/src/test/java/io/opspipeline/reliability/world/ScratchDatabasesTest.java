package io.opspipeline.reliability.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScratchDatabasesTest {

    private static final Path HOME = Path.of("target/ops-home");
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    @DisplayName("A run longer than the idle time of the server keeps it: each world is a use")
    void postponesTheStopOfTheServer() throws IOException {
        try (var databases = ScratchDatabases.in(HOME)) {
            Path lastUse = HOME.resolve("postgres/last-use");
            Files.setLastModifiedTime(lastUse, LONG_AGO);

            databases.fresh().close();

            assertThat(Files.getLastModifiedTime(lastUse)).isGreaterThan(LONG_AGO);
        }
    }
}
