package io.opspipeline.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// PostgreSQL from binaries on the class path, started as a process of this machine.
record EmbeddedPostgresServer(EmbeddedPostgres postgres) implements PostgresServer {

    private static final Path MEMORY = Path.of("/dev/shm");

    /// Durability is off: a crash may lose the data of a test.
    static EmbeddedPostgresServer start() {
        try {
            return new EmbeddedPostgresServer(
                    EmbeddedPostgres.builder()
                            .setDataDirectory(DataFolders.fresh(parent()))
                            .setCleanDataDirectory(true)
                            .setLocaleConfig("locale", "C")
                            .setServerConfig("fsync", "off")
                            .setServerConfig("full_page_writes", "off")
                            .setServerConfig("shared_buffers", "32MB")
                            .setServerConfig("max_connections", "100")
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("embedded PostgreSQL did not start", e);
        }
    }

    private static Path parent() {
        return Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Override
    public String url(String database) {
        return postgres.getJdbcUrl("postgres", database);
    }

    @Override
    public String user() {
        return "postgres";
    }

    @Override
    public String password() {
        return "postgres";
    }
}
