package io.opspipeline.alpaca.stream;

import io.opspipeline.domain.instrument.Ticker;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes what an open stream brings.
final class BarSubscription {

    private static final Logger LOG = LoggerFactory.getLogger(BarSubscription.class);

    private final Socket socket;
    private final BarConversation talk;
    private final Duration timeout;

    BarSubscription(Socket socket, BarConversation talk, Duration timeout) {
        this.socket = socket;
        this.talk = talk;
        this.timeout = timeout;
    }

    /// Asks for the tickers that are new and drops those that are not wanted any more. Returns when
    /// that is confirmed, so that where time is virtual the next bar finds it done. A connection
    /// that is not open will ask for all of them when it is.
    synchronized void replace(Set<Ticker> tickers) {
        Set<Ticker> before = talk.want(tickers);
        Set<Ticker> gone = without(before, tickers);
        Set<Ticker> added = without(tickers, before);
        int changes = (gone.isEmpty() ? 0 : 1) + (added.isEmpty() ? 0 : 1);
        CountDownLatch confirmed = talk.confirmations(changes);
        boolean said =
                (gone.isEmpty() || socket.say(StreamJson.bars("unsubscribe", gone)))
                        && (added.isEmpty() || socket.say(StreamJson.bars("subscribe", added)));
        if (said && !socket.isSpeaking()) {
            await(confirmed);
        }
    }

    private static Set<Ticker> without(Set<Ticker> tickers, Set<Ticker> others) {
        Set<Ticker> left = new TreeSet<>(tickers);
        left.removeAll(others);
        return left;
    }

    private void await(CountDownLatch confirmed) {
        try {
            if (!confirmed.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a change of the bar subscription was not confirmed");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
