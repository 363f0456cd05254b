package io.opspipeline.telemetry;

import io.opspipeline.domain.job.Stage;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The `heal` reaction: each connect of the stream may follow a gap, so what was missed is fetched
/// at once. It goes through the timers to leave the stream's thread.
final class AfterConnect implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(AfterConnect.class);
    private static final TimerKey KEY =
            new TimerKey(Stage.TELEMETRY, Optional.empty(), "heal after connect");

    private final MissedBars missed;
    private final CapabilityProbe probe;
    private final Timers timers;
    private final Clock clock;

    AfterConnect(MissedBars missed, CapabilityProbe probe, Timers timers, Clock clock) {
        this.missed = missed;
        this.probe = probe;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public void run() {
        timers.at(clock.instant(), KEY, this::heal);
    }

    /// What fails here is tried again by the job.
    private void heal() {
        try {
            probe.runUntilKnown(clock.instant());
            LOG.info("{} bars healed after connect", missed.fetch(clock.instant()));
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("nothing healed after connect: {}", unavailable.getMessage());
        }
    }
}
