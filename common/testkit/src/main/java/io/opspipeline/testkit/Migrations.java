package io.opspipeline.testkit;

import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The migrations of this repository, from the class path of the module under test or, when that
/// module does not see them, from `db/migrations`.
final class Migrations {

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private Migrations() {}

    /// Applies every migration.
    ///
    /// @throws org.flywaydb.core.api.FlywayException when one fails
    static void applyTo(DataSource database) {
        FLYWAY.setLevel(Level.WARNING);
        Flyway.configure().dataSource(database).locations(location()).load().migrate();
    }

    private static String location() {
        if (Migrations.class.getClassLoader().getResource("db/migration") != null) {
            return "classpath:db/migration";
        }
        return RepositoryFiles.find("db/migrations")
                .map(folder -> "filesystem:" + folder)
                .orElseThrow(() ->
                        new IllegalStateException("no db/migrations above the working folder"));
    }
}
