package io.opspipeline.reliability.world;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Sessions for what holds advisory locks. A new one costs the server more than all that a process
/// asks of it before it dies, so one that is closed is lent again; its locks end as with a session.
public final class LentSessions extends DelegatingDataSource implements AutoCloseable {

    private final HikariDataSource pool;

    /// @param pool of nobody else
    LentSessions(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection lent = super.getConnection();
        return (Connection)
                Proxy.newProxyInstance(
                        LentSessions.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("close")) {
                                giveBack(lent);
                                return null;
                            }
                            try {
                                return method.invoke(lent, arguments);
                            } catch (InvocationTargetException failure) {
                                throw failure.getCause();
                            }
                        });
    }

    /// Ends those that nobody has now, and the others when they are given back.
    void evict() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void close() {
        pool.close();
    }

    /// A session that is lost has lost its locks too; the pool sees that it is and drops it.
    private static void giveBack(Connection lent) throws SQLException {
        try (lent;
                Statement statement = lent.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException lost) {
            if (lent.isValid(1)) {
                throw lost;
            }
        }
    }
}
