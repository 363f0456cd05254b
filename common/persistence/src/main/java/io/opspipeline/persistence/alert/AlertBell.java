package io.opspipeline.persistence.alert;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings when an alert was raised by anybody, through LISTEN on a session of its own. A lost
/// session is opened again and rung for, since something may have been raised meanwhile; whoever
/// hears the bell looks now and then also without it.
public final class AlertBell implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertBell.class);
    private static final String CHANNEL = "ops_alerts";
    private static final int WAIT_MILLIS = 500;
    private static final long RECONNECT_MILLIS = 1_000;

    private final DataSource sessions;
    private final Runnable rung;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private AlertBell(DataSource sessions, Runnable rung) {
        this.sessions = sessions;
        this.rung = rung;
        thread = Thread.ofPlatform().name("alert-bell").daemon().unstarted(this::listen);
    }

    /// Starts to listen.
    ///
    /// @param sessions gives a new connection at each call, not one of a pool
    /// @param rung called on the bell's own thread; must not wait
    public static AlertBell hang(DataSource sessions, Runnable rung) {
        var bell = new AlertBell(sessions, rung);
        bell.thread.start();
        return bell;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(2L * WAIT_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        while (isOpen()) {
            try (Connection connection = sessions.getConnection()) {
                hear(connection);
            } catch (SQLException lost) {
                LOG.warn("the bell of alerts is not heard: {}", lost.getMessage());
                pause();
            } catch (Throwable broken) {
                LOG.error("the bell of alerts is not heard", broken);
                pause();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        rung.run();
        PGConnection session = connection.unwrap(PGConnection.class);
        while (isOpen()) {
            if (session.getNotifications(WAIT_MILLIS).length > 0) {
                rung.run();
            }
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private void pause() {
        try {
            if (closing.await(RECONNECT_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("closed while waiting to connect again");
            }
        } catch (InterruptedException _) {
            closing.countDown();
        }
    }
}
