package io.opspipeline.persistence.job;

import io.opspipeline.ports.job.WakeUpListener;
import io.opspipeline.ports.job.WakeUpSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears NOTIFY on a connection of its own and tells the listeners, on one thread. A lost
/// connection is opened again. What was announced meanwhile is lost: each connect says so to the
/// listeners, and below that the schedules are the floor.
public final class PgNotifications implements WakeUpSource {

    private static final Logger LOG = LoggerFactory.getLogger(PgNotifications.class);
    private static final int WAIT_MILLIS = 500;
    private static final long RECONNECT_MILLIS = 1_000;

    private final DataSource sessions;
    private final List<WakeUpListener> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Thread thread;

    /// @param sessions gives a new connection at each call, not one of a pool
    public PgNotifications(DataSource sessions) {
        this.sessions = sessions;
    }

    /// The first subscriber starts the thread.
    @Override
    public synchronized void subscribe(WakeUpListener listener) {
        listeners.add(listener);
        if (thread == null) {
            thread = Thread.ofPlatform().name("wake-ups").daemon().start(this::listen);
        }
    }

    @Override
    public synchronized void close() {
        closing.countDown();
        if (thread != null) {
            await(thread);
        }
    }

    /// Whatever breaks, an error too, is followed by another connect.
    private void listen() {
        while (isOpen()) {
            try (Connection connection = sessions.getConnection()) {
                hear(connection);
            } catch (SQLException lost) {
                LOG.warn("wake-ups are not heard, schedules go on: {}", lost.getMessage());
                pause();
            } catch (Throwable broken) {
                LOG.error("wake-ups are not heard, schedules go on", broken);
                pause();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + WakeUpMessage.CHANNEL);
        }
        listeners.forEach(listener -> guarded(listener::listening, "connect"));
        PGConnection session = connection.unwrap(PGConnection.class);
        while (isOpen()) {
            for (PGNotification notification : session.getNotifications(WAIT_MILLIS)) {
                tell(notification.getParameter());
            }
        }
    }

    private void tell(String text) {
        Optional<WakeUpMessage> message = WakeUpMessage.parse(text);
        if (message.isEmpty()) {
            LOG.warn("wake-up not understood: {}", text);
            return;
        }
        for (WakeUpListener listener : listeners) {
            guarded(() -> listener.woken(message.get().topic(), message.get().asOf()), text);
        }
    }

    /// One listener that fails does not make the others deaf.
    private static void guarded(Runnable telling, String what) {
        try {
            telling.run();
        } catch (Throwable failure) {
            LOG.error("listener failed on {}", what, failure);
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

    private static void await(Thread thread) {
        try {
            thread.join(2L * WAIT_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
