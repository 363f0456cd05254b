package io.opspipeline.testkit;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/// One database made from the migrated template; `close` drops it and ends every session on it.
///
/// Safe for use by many threads. Each connection of [#dataSource()] is a new session.
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /// A new database with every migration applied and no rows; starts the server if it must.
    ///
    /// @throws IllegalStateException when the server or a migration fails
    public static TestDatabase create() {
        var database = new TestDatabase("test_" + NUMBER.incrementAndGet());
        Template.current().copyTo(database.name);
        return database;
    }

    /// Sessions on this database, unpooled, as the superuser.
    public DataSource dataSource() {
        return server().dataSource(name);
    }

    /// The JDBC address, for code that builds its own pool.
    public String url() {
        return server().url(name);
    }

    /// The role to connect as.
    public String user() {
        return server().user();
    }

    /// The password of [#user()].
    public String password() {
        return server().password();
    }

    /// Ends every session on it, as a restart of the server does; new ones are welcome.
    public void cutSessions() {
        server().execute(
                        """
                        select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '%s'
                        """
                                .formatted(name));
    }

    /// Ends every session and refuses new ones, until [#comeBack].
    public void goAway() {
        server().execute("alter database " + name + " with allow_connections false");
        cutSessions();
    }

    /// Takes sessions again.
    public void comeBack() {
        server().execute("alter database " + name + " with allow_connections true");
    }

    @Override
    public void close() {
        server().execute("drop database if exists " + name + " with (force)");
    }

    private static PostgresServer server() {
        return Template.current().server();
    }
}
