package io.opspipeline.local.alert;

import io.opspipeline.persistence.alert.AlertDeliveries;
import io.opspipeline.persistence.alert.DueAlert;
import io.opspipeline.runtime.setting.RunMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Sends what one channel has to send, the most urgent first.
final class ChannelDelivery {

    /// Longer than a send may take; after it another runner may think that this one died.
    private static final Duration LAPSE = Duration.ofSeconds(60);

    private final TimedChannel channel;
    private final AlertDeliveries deliveries;
    private final RetryPlan plan;
    private final Clock clock;
    private final RunMode mode;
    private final String build;

    ChannelDelivery(
            TimedChannel channel,
            AlertDeliveries deliveries,
            RetryPlan plan,
            Clock clock,
            RunMode mode,
            String build) {
        this.channel = channel;
        this.deliveries = deliveries;
        this.plan = plan;
        this.clock = clock;
        this.mode = mode;
        this.build = build;
    }

    /// Makes the channel known to the database.
    void open() {
        deliveries.open(channel.channel().kind());
    }

    /// Sends one alert, if any is due.
    ///
    /// @return false when none was
    boolean sendOne() throws InterruptedException {
        Instant now = clock.instant();
        Channel target = channel.channel();
        deliveries.enlist(target.kind(), target.least(), now);
        Optional<DueAlert> due = deliveries.claim(target.kind(), now, LAPSE);
        if (due.isPresent()) {
            record(due.get(), channel.send(notice(due.get())));
        }
        return due.isPresent();
    }

    private void record(DueAlert alert, Sent sent) {
        Instant now = clock.instant();
        switch (sent) {
            case Sent.Taken _ -> deliveries.delivered(alert, now);
            case Sent.Failed(String reason) ->
                    plan.next(alert.attempt(), alert.dueSince(), now)
                            .ifPresentOrElse(
                                    next -> deliveries.failed(alert, reason, next),
                                    () -> deliveries.givenUp(alert, reason, now));
        }
    }

    private Notice notice(DueAlert alert) {
        return new Notice(
                mode,
                alert.severity(),
                alert.account(),
                alert.message(),
                alert.raisedAt(),
                build,
                alert.eventId());
    }
}
