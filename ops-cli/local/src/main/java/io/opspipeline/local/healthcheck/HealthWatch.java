package io.opspipeline.local.healthcheck;

import com.zaxxer.hikari.HikariDataSource;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.persistence.alert.PostgresAlerts;
import io.opspipeline.persistence.sql.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a healthcheck every two seconds of real time, until it is closed. It holds one connection.
/// Any number may run on one database: an outage is told once.
public final class HealthWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration LAST_LOOK = Duration.ofSeconds(3);

    private final HikariDataSource pool;
    private final Healthcheck healthcheck;
    private final Sight sight;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private HealthWatch(DatabaseAddress address, Clock clock, SessionCalendar calendar) {
        pool = address.pool(Healthcheck.SERVICE, 1);
        Database database = Database.over(pool);
        healthcheck = new Healthcheck(database, calendar);
        sight = new Sight(new PostgresAlerts(database));
        this.clock = clock;
        thread = Thread.ofPlatform().name(Healthcheck.SERVICE).daemon().unstarted(this::run);
    }

    /// Starts at once, also while the database is away. Its schema must be migrated.
    ///
    /// @param clock the time of the market: the exchange's where it is simulated
    public static HealthWatch start(
            DatabaseAddress address, Clock clock, SessionCalendar calendar) {
        HealthWatch watch = new HealthWatch(address, clock, calendar);
        watch.thread.start();
        return watch;
    }

    /// Ends within a few seconds.
    @Override
    public void close() {
        closing.countDown();
        try {
            if (!thread.join(LAST_LOOK)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        pool.close();
    }

    private void run() {
        try {
            do {
                look();
            } while (!closing.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            LOG.debug("the healthcheck was broken off");
        }
    }

    /// Whatever fails in a look, an error too, the next one is made (incident 53).
    private void look() {
        try {
            Instant asOf = clock.instant();
            try {
                healthcheck.look(asOf);
                sight.saw();
            } catch (Throwable failure) {
                LOG.error("the healthcheck could not look", failure);
                sight.failed(asOf, failure);
            }
        } catch (Throwable failure) {
            LOG.error("nobody was told that the healthcheck is blind", failure);
        }
    }
}
