package io.opspipeline.local.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.persistence.alert.DeliveryChannel;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DatabaseWatchTest {

    private final RuntimeException away = new IllegalStateException("connection refused");

    private final SettableClock clock = SettableClock.at("2025-06-12T14:00:00Z");

    @Test
    @DisplayName("incident 45: a channel tells of a database that is away, once an outage")
    void tellsOnceAnOutage() throws InterruptedException {
        var channel = new Scripted(DeliveryChannel.MAIL, 1);
        var watch =
                new DatabaseWatch(
                        new TimedChannel(channel, Duration.ofSeconds(10)),
                        clock,
                        RunMode.PAPER,
                        "build");
        watch.failed(clock.instant(), away);
        clock.advance(Duration.ofSeconds(14));
        watch.failed(clock.instant(), away);
        assertThat(channel.waiting()).isZero();

        clock.advance(Duration.ofSeconds(1));
        watch.failed(clock.instant(), away);
        assertThat(channel.waiting()).as("the channel failed").isZero();
        watch.failed(clock.instant(), away);
        watch.failed(clock.instant(), away);
        assertThat(channel.waiting()).isEqualTo(1);
        assertThat(channel.next())
                .extracting(Notice::eventId, Notice::subject)
                .containsExactly(
                        "database-away 2025-06-12T14:00:00Z",
                        "[PAPER] CRITICAL: the database cannot be reached:"
                                + " nothing is traded and no exit is watched");

        watch.answered();
        watch.failed(clock.instant(), away);
        clock.advance(Duration.ofSeconds(15));
        watch.failed(clock.instant(), away);
        assertThat(channel.waiting()).isEqualTo(1);
    }
}
