package io.opspipeline.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/// Where the database is and who we are to it.
///
/// @param url JDBC URL, such as `jdbc:postgresql://host:5432/name`, without user and password
/// @param user the role
/// @param password its password; never printed
public record DatabaseAddress(String url, String user, String password) {

    /// How long a session of its own waits for the server. One that hangs is as good as gone.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// A pool gives up on a connection, and tries whether one still works.
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private static final Duration VALIDATION = Duration.ofSeconds(2);

    /// The server ends a statement before the client gives the connection up, so that none works on
    /// for nobody.
    private static final Duration STATEMENT = Duration.ofSeconds(25);

    private static final Duration ANSWER = Duration.ofSeconds(30);

    /// A client that vanished without a word is noticed by the server within 11 seconds, and its
    /// leases are free.
    private static final String KEEPALIVES =
            "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    /// A pool of connections that shows a name in the server's list of sessions. It waits ten
    /// seconds for a connection and 30 for an answer; the server ends a statement after 25.
    ///
    /// @param name the service
    /// @param size connections at most, at least 1
    public HikariDataSource pool(String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        // A service starts while the database is still away, and is red until it is back.
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(VALIDATION.toMillis());
        add(config, PGProperty.APPLICATION_NAME, name);
        add(config, PGProperty.CONNECT_TIMEOUT, Long.toString(CONNECT.toSeconds()));
        add(config, PGProperty.SOCKET_TIMEOUT, Long.toString(ANSWER.toSeconds()));
        add(config, PGProperty.TCP_KEEP_ALIVE, "true");
        add(config, PGProperty.OPTIONS, "-c statement_timeout=" + STATEMENT.toMillis());
        return new HikariDataSource(config);
    }

    /// A new connection of its own at each call, for what must keep a session: leases and
    /// listening.
    public DataSource sessions(String name) {
        return sessions(name, PATIENCE);
    }

    /// The same with a patience of its own.
    ///
    /// @param patience the longest wait for an answer, at least a second
    public DataSource sessions(String name, Duration patience) {
        Duration connecting = patience.compareTo(PATIENCE) < 0 ? patience : PATIENCE;
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName(name);
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(seconds(connecting));
        source.setSocketTimeout(seconds(patience));
        source.setOptions(KEEPALIVES);
        return source;
    }

    private static void add(HikariConfig config, PGProperty property, String value) {
        config.addDataSourceProperty(property.getName(), value);
    }

    private static int seconds(Duration patience) {
        return Math.toIntExact(patience.toSeconds());
    }

    /// The address without the password.
    @Override
    public String toString() {
        return "DatabaseAddress[" + url + ", " + user + "]";
    }
}
