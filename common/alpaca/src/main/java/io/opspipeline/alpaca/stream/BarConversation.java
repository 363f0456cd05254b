package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.http.RefusalAlerts;
import io.opspipeline.alpaca.translation.BarRow;
import io.opspipeline.alpaca.wire.WireBar;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.ports.market.BarStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs in, subscribes to bars and corrections, and hears them.
final class BarConversation implements Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(BarConversation.class);
    private static final String NEW_BAR = "b";
    private static final String CORRECTED_BAR = "u";

    private final Supplier<AlpacaCredentials> credentials;
    private final BarStream.Listener listener;
    private final RefusalAlerts alerts;
    private volatile Set<Ticker> wanted;
    private volatile CountDownLatch confirmations = new CountDownLatch(0);
    private boolean isSubscribed;

    BarConversation(
            Set<Ticker> wanted,
            Supplier<AlpacaCredentials> credentials,
            BarStream.Listener listener,
            RefusalAlerts alerts) {
        this.wanted = Set.copyOf(wanted);
        this.credentials = credentials;
        this.listener = listener;
        this.alerts = alerts;
    }

    /// Replaces what is wanted, and returns what was.
    Set<Ticker> want(Set<Ticker> tickers) {
        Set<Ticker> before = wanted;
        wanted = Set.copyOf(tickers);
        return before;
    }

    /// Counts down with each confirmation that comes from now on.
    CountDownLatch confirmations(int count) {
        CountDownLatch latch = new CountDownLatch(count);
        confirmations = latch;
        return latch;
    }

    @Override
    public void opened(Speaker speaker) {
        isSubscribed = false;
    }

    @Override
    public void heard(WireNode frame, Speaker speaker) {
        List<WireNode> messages = frame.rows();
        messages.forEach(message -> control(message, speaker));
        List<Bar> bars = bars(messages, NEW_BAR);
        if (!bars.isEmpty()) {
            listener.bars(bars);
        }
        List<Bar> corrections = bars(messages, CORRECTED_BAR);
        if (!corrections.isEmpty()) {
            listener.corrections(corrections);
        }
    }

    @Override
    public void ended(String reason) {
        isSubscribed = false;
        listener.disconnected(reason);
    }

    private void control(WireNode message, Speaker speaker) {
        switch (message.text("T").orElse("")) {
            case NEW_BAR, CORRECTED_BAR -> {}
            case "success" -> succeeded(message, speaker);
            case "subscription" -> subscribed(speaker);
            case "error" -> StreamError.of(message).answer(speaker, alerts);
            default -> LOG.debug("bar stream says {}", message);
        }
    }

    private void succeeded(WireNode message, Speaker speaker) {
        switch (message.text("msg").orElse("")) {
            case "connected" -> speaker.say(StreamJson.auth(credentials.get()));
            case "authenticated" -> speaker.say(StreamJson.bars("subscribe", wanted));
            default -> LOG.debug("bar stream says {}", message);
        }
    }

    private void subscribed(Speaker speaker) {
        confirmations.countDown();
        if (!isSubscribed) {
            isSubscribed = true;
            speaker.accepted();
            listener.connected();
        }
    }

    private static List<Bar> bars(List<WireNode> messages, String kind) {
        return messages.stream()
                .filter(message -> message.text("T").filter(kind::equals).isPresent())
                .flatMap(row -> BarRow.translate(WireBar.from(row)).orSkipped(LOG, row).stream())
                .toList();
    }
}
