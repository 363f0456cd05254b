package io.opspipeline.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Where the database is and who we are to it.
///
/// @param url JDBC URL, such as `jdbc:postgresql://host:5432/name`, without user and password
/// @param user the role
/// @param password its password; never printed
public record DatabaseAddress(String url, String user, String password) {

    /// How long a session of its own waits for the server. One that hangs is as good as gone.
    private static final int PATIENCE_SECONDS = 10;

    /// A client that vanished without a word is noticed by the server within 11 seconds, and its
    /// leases are free.
    private static final String KEEPALIVES =
            "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    /// A pool of connections that shows a name in the server's list of sessions.
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
        config.addDataSourceProperty("ApplicationName", name);
        return new HikariDataSource(config);
    }

    /// A new connection of its own at each call, for what must keep a session: leases and
    /// listening.
    public DataSource sessions(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName(name);
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(PATIENCE_SECONDS);
        source.setSocketTimeout(PATIENCE_SECONDS);
        source.setOptions(KEEPALIVES);
        return source;
    }

    /// The address without the password.
    @Override
    public String toString() {
        return "DatabaseAddress[" + url + ", " + user + "]";
    }
}
