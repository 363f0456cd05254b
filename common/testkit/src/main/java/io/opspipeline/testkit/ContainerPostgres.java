package io.opspipeline.testkit;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// PostgreSQL in a container; the library's own reaper removes it when the JVM ends.
record ContainerPostgres(PostgreSQLContainer container) implements PostgresServer {

    private static final String IMAGE = "postgres:17-alpine";

    static boolean daemonAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static ContainerPostgres start() {
        var container = new PostgreSQLContainer(IMAGE);
        container.start();
        return new ContainerPostgres(container);
    }

    @Override
    public String url(String database) {
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(
                        container.getHost(),
                        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                        database);
    }

    @Override
    public String user() {
        return container.getUsername();
    }

    @Override
    public String password() {
        return container.getPassword();
    }
}
