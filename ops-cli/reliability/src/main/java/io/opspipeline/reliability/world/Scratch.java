package io.opspipeline.reliability.world;

import com.zaxxer.hikari.HikariDataSource;
import io.opspipeline.persistence.DatabaseAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database of one world. Closing it drops it.
///
/// @param address for sessions of their own
/// @param pool connections to it
/// @param drop drops it
public record Scratch(DatabaseAddress address, HikariDataSource pool, Runnable drop)
        implements AutoCloseable {

    /// Ends every session: those of the pool, which makes new ones, and those beside it.
    void endSessions() {
        pool.getHikariPoolMXBean().softEvictConnections();
        JdbcClient.create(address.sessions("end of sessions"))
                .sql(
                        """
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                        """)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        pool.close();
        drop.run();
    }
}
