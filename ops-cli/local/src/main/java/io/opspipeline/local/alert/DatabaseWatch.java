package io.opspipeline.local.alert;

import io.opspipeline.ports.alert.Alerts.Severity;
import io.opspipeline.runtime.setting.RunMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// While the database is away no alert can be stored, so a channel tells of that by itself, once
/// per outage.
final class DatabaseWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final TimedChannel channel;
    private final Clock clock;
    private final RunMode mode;
    private final String build;
    private Optional<Instant> awaySince = Optional.empty();
    private boolean isTold;

    DatabaseWatch(TimedChannel channel, Clock clock, RunMode mode, String build) {
        this.channel = channel;
        this.clock = clock;
        this.mode = mode;
        this.build = build;
    }

    /// The database answered.
    void answered() {
        awaySince = Optional.empty();
        isTold = false;
    }

    /// The database did not answer what was asked at an instant.
    void failed(Instant asked, RuntimeException failure) throws InterruptedException {
        LOG.warn("alerts of {} wait: {}", channel.channel().kind(), failure.toString());
        Instant since = awaySince.orElse(asked);
        awaySince = Optional.of(since);
        if (!isTold && !clock.instant().isBefore(since.plus(PATIENCE))) {
            isTold = channel.send(notice(since)) instanceof Sent.Taken;
        }
    }

    private Notice notice(Instant since) {
        return new Notice(
                mode,
                Severity.CRITICAL,
                Optional.empty(),
                "the database cannot be reached: nothing is traded and no exit is watched",
                since,
                build,
                "database-away " + since);
    }
}
