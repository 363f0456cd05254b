package io.opspipeline.persistence.job;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.persistence.order.IntentFence;
import io.opspipeline.persistence.order.NotOwnerException;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.job.Leases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Leases as advisory locks of one session: PostgreSQL frees them at once when the session ends, in
/// whatever way, so a dead owner never keeps one. The owner is written down beside the lock, which
/// makes the leases the fence of the intents too: a session that is lost costs nothing until
/// another process takes over, and from then on nothing is committed here.
public final class PostgresLeases implements Leases, IntentFence, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresLeases.class);

    private final DataSource sessions;
    private final LeaseTable table;
    private final InstantSource clock;
    private final Map<String, HeldLease> held = new HashMap<>();
    private @Nullable Connection session;

    /// @param sessions gives a new connection at each call, not one of a pool
    /// @param owner who holds what is taken here
    /// @param clock tells when a lease was taken; no rule reads it
    public PostgresLeases(DataSource sessions, LeaseOwner owner, InstantSource clock) {
        this.sessions = sessions;
        this.table = new LeaseTable(owner);
        this.clock = clock;
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
                    ? Optional.of(hold(current, name, job, account))
                    : Optional.empty();
        } catch (SQLException | DataAccessException failure) {
            // The session goes, and with it a lock whose owner was not written down.
            drop();
            throw new DataAccessResourceFailureException("cannot take " + name, failure);
        }
    }

    @Override
    public void require(Database database, JobName job, AccountId account) {
        if (!table.hold(database, job, account)) {
            throw new NotOwnerException(job, account);
        }
    }

    /// Gives every lease back and ends the session. The server notices the end of a session a
    /// little later, so the locks are given back before.
    @Override
    public synchronized void close() {
        if (session != null) {
            unlockAll(session);
        }
        drop();
    }

    private static void unlockAll(Connection session) {
        try (Statement statement = session.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException failure) {
            LOG.debug("the leases end with their session", failure);
        }
    }

    private HeldLease hold(
            Connection current, String name, JobName job, Optional<AccountId> account) {
        Database own = Database.over(new SingleConnectionDataSource(current, true));
        HeldLease lease = new HeldLease(name, table.take(own, job, account, clock.instant()));
        held.put(name, lease);
        return lease;
    }

    private Connection liveSession() throws SQLException {
        if (session != null && !answers(session)) {
            LOG.warn("the session of the leases is lost; leases are taken anew");
            drop();
        }
        if (session == null) {
            session = opened();
        }
        return session;
    }

    private Connection opened() throws SQLException {
        Connection opened = sessions.getConnection();
        try (Statement statement = opened.createStatement()) {
            statement.execute("set lock_timeout = '2s'");
        }
        return opened;
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
        private final long term;

        private HeldLease(String name, long term) {
            this.name = name;
            this.term = term;
        }

        @Override
        public long term() {
            return term;
        }

        @Override
        public void close() {
            release(this);
        }
    }
}
