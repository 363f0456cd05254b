package io.opspipeline.local.alert;

import io.opspipeline.persistence.alert.DeliveryChannel;
import io.opspipeline.ports.alert.Alerts.Severity;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A channel that keeps what it is sent, and fails as often as told.
final class Scripted implements Channel {

    private final DeliveryChannel kind;
    private final BlockingQueue<Notice> taken = new LinkedBlockingQueue<>();
    private int failures;

    Scripted(DeliveryChannel kind, int failures) {
        this.kind = kind;
        this.failures = failures;
    }

    /// The next notice that it took; null when none comes in 10 s.
    @Nullable Notice next() throws InterruptedException {
        return taken.poll(10, TimeUnit.SECONDS);
    }

    int waiting() {
        return taken.size();
    }

    @Override
    public DeliveryChannel kind() {
        return kind;
    }

    @Override
    public String place() {
        return "a test";
    }

    @Override
    public Severity least() {
        return Severity.INFO;
    }

    @Override
    public synchronized Sent send(Notice notice) {
        if (failures > 0) {
            failures--;
            return new Sent.Failed("not today");
        }
        taken.add(notice);
        return new Sent.Taken();
    }

    @Override
    public String scrubbed(String text) {
        return text;
    }
}
