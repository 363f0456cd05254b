package io.opspipeline.local.alert;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends through a channel within a time limit, and makes a value of whatever goes wrong.
final class TimedChannel {

    private static final double MILLIS = 1000;

    private final Channel channel;
    private final Duration limit;

    TimedChannel(Channel channel, Duration limit) {
        this.channel = channel;
        this.limit = limit;
    }

    Channel channel() {
        return channel;
    }

    /// A send that takes longer is broken off: whether it arrived is then unknown.
    Sent send(Notice notice) throws InterruptedException {
        FutureTask<Sent> sending = new FutureTask<>(() -> channel.send(notice));
        Thread.ofVirtual().name("alert-" + channel.kind()).start(sending);
        try {
            return sending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return new Sent.Failed("no answer within %s s".formatted(limit.toMillis() / MILLIS));
        } catch (ExecutionException failure) {
            return new Sent.Failed(reason(failure));
        } finally {
            sending.cancel(true);
        }
    }

    private String reason(ExecutionException failure) {
        Throwable cause = Optional.ofNullable(failure.getCause()).orElse(failure);
        String words =
                Optional.ofNullable(cause.getMessage())
                        .map(text -> ": " + text.replaceAll("\\p{Cntrl}+", " ").strip())
                        .orElse("");
        return channel.scrubbed(cause.getClass().getSimpleName() + words);
    }
}
