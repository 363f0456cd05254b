package io.opspipeline.reliability.world;

import com.zaxxer.hikari.HikariDataSource;
import io.opspipeline.persistence.DatabaseAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database of one world. Closing it gives it back.
///
/// @param address for sessions of their own
/// @param pool connections to it
/// @param sessions connections to it for what keeps a session
/// @param release gives it back
public record Scratch(
        DatabaseAddress address, HikariDataSource pool, LentSessions sessions, Runnable release)
        implements AutoCloseable {

    /// Ends every session: those of the pools, which make new ones, and those beside them.
    void endSessions() {
        pool.getHikariPoolMXBean().softEvictConnections();
        sessions.evict();
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
        release.run();
    }
}
