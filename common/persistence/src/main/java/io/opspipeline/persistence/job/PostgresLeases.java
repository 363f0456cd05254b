package io.opspipeline.persistence.job;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.ports.job.Leases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/// Leases as advisory locks of one session: PostgreSQL frees them at once when the session ends, in
/// whatever way, so a dead owner never keeps one.
public final class PostgresLeases implements Leases, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresLeases.class);

    private final DataSource sessions;
    private final Map<String, HeldLease> held = new HashMap<>();
    private @Nullable Connection session;

    /// @param sessions gives a new connection at each call, not one of a pool
    public PostgresLeases(DataSource sessions) {
        this.sessions = sessions;
    }

    /// Asks the server every time, so that a lost session is noticed: its leases are taken anew, or
    /// found in other hands.
    ///
    /// @throws DataAccessResourceFailureException when the database cannot be reached
    @Override
    public synchronized Optional<Lease> acquire(JobName job, Optional<AccountId> account) {
        String name = "lease " + job.label() + " " + account.map(AccountId::value).orElse("-");
        try {
            Connection current = liveSession();
            HeldLease known = held.get(name);
            if (known != null) {
                return Optional.of(known);
            }
            return ask(current, "select pg_try_advisory_lock(hashtextextended(?, 0))", name)
                    ? Optional.of(hold(name))
                    : Optional.empty();
        } catch (SQLException failure) {
            drop();
            throw new DataAccessResourceFailureException("cannot take " + name, failure);
        }
    }

    /// Ends the session, and with it every lease.
    @Override
    public synchronized void close() {
        drop();
    }

    private HeldLease hold(String name) {
        HeldLease lease = new HeldLease(name);
        held.put(name, lease);
        return lease;
    }

    private Connection liveSession() throws SQLException {
        if (session != null && !answers(session)) {
            LOG.warn("the session of the leases is lost; leases are taken anew");
            drop();
        }
        if (session == null) {
            session = sessions.getConnection();
        }
        return session;
    }

    private static boolean answers(Connection connection) {
        try {
            return ask(connection, "select ? = 'alive'", "alive");
        } catch (SQLException _) {
            return false;
        }
    }

    private static boolean ask(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private synchronized void release(HeldLease lease) {
        if (session == null || !held.remove(lease.name, lease)) {
            return;
        }
        try {
            boolean freed =
                    ask(session, "select pg_advisory_unlock(hashtextextended(?, 0))", lease.name);
            LOG.debug("{} given back: {}", lease.name, freed);
        } catch (SQLException failure) {
            LOG.warn("{} ends with its session: {}", lease.name, failure.getMessage());
            drop();
        }
    }

    private void drop() {
        held.clear();
        Connection ended = session;
        session = null;
        if (ended == null) {
            return;
        }
        try {
            ended.close();
        } catch (SQLException failure) {
            LOG.debug("session was closed already", failure);
        }
    }

    /// A lease of the session that was current when it was taken.
    private final class HeldLease implements Lease {

        private final String name;

        private HeldLease(String name) {
            this.name = name;
        }

        @Override
        public void close() {
            release(this);
        }
    }
}
