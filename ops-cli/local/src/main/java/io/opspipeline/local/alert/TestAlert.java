package io.opspipeline.local.alert;

import io.opspipeline.persistence.alert.DeliveryChannel;
import io.opspipeline.ports.alert.Alerts.Severity;
import io.opspipeline.runtime.build.BuildId;
import io.opspipeline.runtime.setting.RunMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Tries every channel besides the log at once, without a database.
public final class TestAlert {

    private TestAlert() {}

    /// What came of one channel.
    ///
    /// @param channel its kind
    /// @param place where it leads
    public record Tried(String channel, String place, Sent sent) {}

    /// Sends one notice through each channel, all at the same time, and waits for all; each has its
    /// own time limit. Empty when nothing is posted or mailed.
    ///
    /// @param at what the notice says of the time
    public static List<Tried> send(AlertSettings settings, RunMode mode, Instant at)
            throws InterruptedException {
        Notice notice =
                new Notice(
                        mode,
                        Severity.INFO,
                        Optional.empty(),
                        "this is a test: alerts reach you here",
                        at,
                        BuildId.current().value(),
                        "test " + at);
        return all(
                settings.channels().stream()
                        .filter(channel -> channel.kind() != DeliveryChannel.LOG)
                        .<Callable<Tried>>map(channel -> () -> tried(channel, notice))
                        .toList());
    }

    private static Tried tried(Channel channel, Notice notice) throws InterruptedException {
        Sent sent = new TimedChannel(channel, AlertDelivery.LIMIT).send(notice);
        return new Tried(channel.kind().name(), channel.place(), sent);
    }

    private static List<Tried> all(List<Callable<Tried>> tries) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(tries).stream().map(TestAlert::ended).toList();
        }
    }

    private static Tried ended(Future<Tried> tried) {
        try {
            return tried.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
