package io.opspipeline.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A running PostgreSQL 17, stopped when the JVM ends.
sealed interface PostgresServer permits ContainerPostgres, EmbeddedPostgresServer {

    /// The JDBC address of a database of this server.
    String url(String database);

    /// The superuser.
    String user();

    /// The password of the superuser.
    String password();

    /// Starts the server that `ops.test.postgres` asks for.
    static PostgresServer start() {
        var wanted = System.getProperty("ops.test.postgres", "auto");
        return switch (wanted) {
            case "embedded" -> EmbeddedPostgresServer.start();
            case "docker" -> ContainerPostgres.start();
            case "auto" ->
                    dockerAnswers() ? ContainerPostgres.start() : EmbeddedPostgresServer.start();
            default -> throw new IllegalStateException("ops.test.postgres is " + wanted);
        };
    }

    /// Sessions on one database.
    default DataSource dataSource(String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(user());
        source.setPassword(password());
        return source;
    }

    /// Runs one statement outside of any test's database.
    ///
    /// @throws IllegalStateException when PostgreSQL refuses it
    default void execute(String sql) {
        try (var connection = dataSource("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    // Looking for the socket first spares machines without Docker the library's slow search.
    private static boolean dockerAnswers() {
        var announced =
                System.getenv("DOCKER_HOST") != null
                        || Files.exists(Path.of("/var/run/docker.sock"));
        return announced && ContainerPostgres.daemonAnswers();
    }
}
