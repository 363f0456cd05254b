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

    /// Ends every session: those of the pools, which make new ones, and those beside them. Returns
    /// when they have ended, at most five seconds later for each, and the pools have none of them
    /// any more: a session that still answered for a moment, or was made and ended in between,
    /// would make a run differ from the next one of its seed.
    void endSessions() {
        JdbcClient.create(address.sessions("end of sessions"))
                .sql(
                        """
                        select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                        """)
                .query(Long.class)
                .single();
        pool.getHikariPoolMXBean().softEvictConnections();
        sessions.evict();
    }

    @Override
    public void close() {
        release.run();
    }
}
