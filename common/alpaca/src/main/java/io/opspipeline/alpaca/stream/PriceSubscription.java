package io.opspipeline.alpaca.stream;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes what an open stream brings.
final class PriceSubscription {

    private static final Logger LOG = LoggerFactory.getLogger(PriceSubscription.class);

    private final Socket socket;
    private final PriceConversation talk;
    private final Duration timeout;

    PriceSubscription(Socket socket, PriceConversation talk, Duration timeout) {
        this.socket = socket;
        this.talk = talk;
        this.timeout = timeout;
    }

    /// Asks for the symbols that are new and drops those that are not wanted any more. Returns when
    /// that is confirmed, so that where time is virtual the next bar finds it done. A connection
    /// that is not open will ask for all of them when it is. What was asked for and not confirmed
    /// is asked for again.
    ///
    /// @return true when just these are confirmed
    synchronized boolean replace(Set<String> symbols) {
        Set<String> before = talk.want(symbols);
        Set<String> given = talk.given();
        Set<String> perhaps = new TreeSet<>(before);
        perhaps.addAll(given);
        Set<String> surely = new TreeSet<>(before);
        surely.retainAll(given);
        Set<String> gone = without(perhaps, symbols);
        Set<String> added = without(symbols, surely);
        int changes = (gone.isEmpty() ? 0 : 1) + (added.isEmpty() ? 0 : 1);
        CountDownLatch confirmed = talk.answers(changes);
        boolean said =
                (gone.isEmpty() || socket.say(talk.change("unsubscribe", gone)))
                        && (added.isEmpty() || socket.say(talk.change("subscribe", added)));
        if (said && !socket.isSpeaking()) {
            await(confirmed);
        }
        return talk.given().equals(symbols);
    }

    private static Set<String> without(Set<String> symbols, Set<String> others) {
        Set<String> left = new TreeSet<>(symbols);
        left.removeAll(others);
        return left;
    }

    private void await(CountDownLatch confirmed) {
        try {
            if (!confirmed.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a change of the subscription was not confirmed");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
