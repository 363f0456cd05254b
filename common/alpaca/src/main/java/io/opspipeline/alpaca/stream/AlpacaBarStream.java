package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.alpaca.data.BarWords;
import io.opspipeline.alpaca.wire.WireBar;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.market.BarStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The stream of closed minute bars.
public final class AlpacaBarStream implements BarStream {

    private static final Logger LOG = LoggerFactory.getLogger(AlpacaBarStream.class);

    private final Sockets sockets;
    private final Supplier<AlpacaCredentials> credentials;
    private final Surroundings around;

    /// @param sockets makes connections
    /// @param credentials of the market-data account
    /// @param around clock and alerts
    public AlpacaBarStream(
            Sockets sockets, Supplier<AlpacaCredentials> credentials, Surroundings around) {
        this.sockets = sockets;
        this.credentials = credentials;
        this.around = around;
    }

    @Override
    public Connection open(Set<Ticker> tickers, Listener listener) {
        Bars bars = new Bars(tickers, listener);
        Socket socket = sockets.bars("bars", bars);
        socket.open();
        return new Open(socket, bars);
    }

    /// An open stream.
    private record Open(Socket socket, Bars bars) implements Connection {

        @Override
        public void subscribe(Set<Ticker> tickers) {
            bars.subscribe(tickers, socket);
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    /// The conversation: log in, subscribe, and hear.
    private final class Bars implements Conversation {

        private final Listener listener;
        private Set<Ticker> wanted;
        private boolean subscribed;

        private Bars(Set<Ticker> tickers, Listener listener) {
            this.wanted = new TreeSet<>(tickers);
            this.listener = listener;
        }

        @Override
        public void opened(Speaker speaker) {
            setSubscribed(false);
            speaker.say(StreamJson.auth(credentials.get()));
        }

        @Override
        public void said(WireNode frame, Speaker speaker) {
            List<Bar> bars = new ArrayList<>();
            List<Bar> corrections = new ArrayList<>();
            for (WireNode message : frame.rows()) {
                switch (message.text("T").orElse("")) {
                    case "b" -> BarWords.bar(WireBar.from(message)).ifPresent(bars::add);
                    case "u" -> BarWords.bar(WireBar.from(message)).ifPresent(corrections::add);
                    case "success" -> success(message, speaker);
                    case "subscription" -> subscribed(speaker);
                    case "error" -> refused(message, speaker);
                    default -> LOG.debug("bar stream says {}", message);
                }
            }
            if (!bars.isEmpty()) {
                listener.bars(List.copyOf(bars));
            }
            if (!corrections.isEmpty()) {
                listener.corrections(List.copyOf(corrections));
            }
        }

        @Override
        public void ended(String reason) {
            setSubscribed(false);
            listener.disconnected(reason);
        }

        private synchronized void subscribe(Set<Ticker> tickers, Socket socket) {
            Set<Ticker> left = new TreeSet<>(wanted);
            left.removeAll(tickers);
            Set<Ticker> added = new TreeSet<>(tickers);
            added.removeAll(wanted);
            wanted = new TreeSet<>(tickers);
            if (subscribed && !added.isEmpty()) {
                socket.say(StreamJson.bars("subscribe", added));
            }
            if (subscribed && !left.isEmpty()) {
                socket.say(StreamJson.bars("unsubscribe", left));
            }
        }

        private void success(WireNode message, Speaker speaker) {
            if (message.text("msg").filter("authenticated"::equals).isPresent()) {
                speaker.say(StreamJson.bars("subscribe", current()));
            }
        }

        private void subscribed(Speaker speaker) {
            if (setSubscribed(true)) {
                speaker.accepted();
                listener.connected();
            }
        }

        private void refused(WireNode message, Speaker speaker) {
            String said =
                    "%s %s"
                            .formatted(
                                    message.text("code").orElse("-"),
                                    message.text("msg").orElse(""));
            around.alerts()
                    .raise(
                            Alerts.Severity.CRITICAL,
                            "bar-stream-refused " + message.text("code").orElse("-"),
                            Optional.empty(),
                            "the bar stream refuses: " + said,
                            around.clock().instant());
            if (!current().isEmpty() && !isSubscribed()) {
                speaker.leave("refused: " + said);
            }
        }

        private synchronized Set<Ticker> current() {
            return new TreeSet<>(wanted);
        }

        private synchronized boolean isSubscribed() {
            return subscribed;
        }

        /// True when this changed it.
        private synchronized boolean setSubscribed(boolean now) {
            boolean changed = subscribed != now;
            subscribed = now;
            return changed;
        }
    }
}
