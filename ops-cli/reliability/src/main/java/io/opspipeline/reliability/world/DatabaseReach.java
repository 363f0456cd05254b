package io.opspipeline.reliability.world;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Whether the processes of a world reach their database.
final class DatabaseReach {

    private static final String CANNOT_CONNECT = "08001";

    private volatile boolean isDown;

    void change(boolean down) {
        isDown = down;
    }

    /// @throws SQLException when the database is down
    void require() throws SQLException {
        if (isDown) {
            throw new SQLException("the database cannot be reached", CANNOT_CONNECT);
        }
    }

    /// A source of connections that gives none while the database is down.
    DataSource over(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                require();
                return super.getConnection();
            }
        };
    }
}
