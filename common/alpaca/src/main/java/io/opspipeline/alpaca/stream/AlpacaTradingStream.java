package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.alpaca.trading.OrderWords;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireTradeUpdate;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.TradingStream;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The stream of an account's order events.
public final class AlpacaTradingStream implements TradingStream {

    private static final Logger LOG = LoggerFactory.getLogger(AlpacaTradingStream.class);

    private final Sockets sockets;
    private final Function<AccountId, Supplier<AlpacaCredentials>> credentials;
    private final Surroundings around;

    /// @param sockets makes connections
    /// @param credentials of each account
    /// @param around clock and alerts
    public AlpacaTradingStream(
            Sockets sockets,
            Function<AccountId, Supplier<AlpacaCredentials>> credentials,
            Surroundings around) {
        this.sockets = sockets;
        this.credentials = credentials;
        this.around = around;
    }

    @Override
    public Connection open(AccountId account, Listener listener) {
        Socket socket =
                sockets.trading(
                        "trading " + account,
                        new Orders(account, credentials.apply(account), listener));
        socket.open();
        return socket::close;
    }

    /// The conversation: log in, listen, and hear.
    private final class Orders implements Conversation {

        private final AccountId account;
        private final Supplier<AlpacaCredentials> credentials;
        private final Listener listener;

        private Orders(
                AccountId account, Supplier<AlpacaCredentials> credentials, Listener listener) {
            this.account = account;
            this.credentials = credentials;
            this.listener = listener;
        }

        @Override
        public void opened(Speaker speaker) {
            speaker.say(StreamJson.auth(credentials.get()));
        }

        @Override
        public void said(WireNode frame, Speaker speaker) {
            switch (frame.text("stream").orElse("")) {
                case "authorization" -> authorised(frame, speaker);
                case "listening" -> {
                    speaker.accepted();
                    listener.connected();
                }
                case "trade_updates" ->
                        frame.object("data")
                                .map(WireTradeUpdate::from)
                                .filter(Orders::isOurs)
                                .flatMap(update ->
                                        OrderWords.update(update, around.clock().instant()))
                                .ifPresent(listener::updated);
                default -> LOG.warn("trading stream of {} says {}", account, frame);
            }
        }

        @Override
        public void ended(String reason) {
            listener.disconnected(reason);
        }

        private void authorised(WireNode frame, Speaker speaker) {
            String status =
                    frame.object("data").flatMap(data -> data.text("status")).orElse("missing");
            if (status.equals("authorized")) {
                speaker.say(StreamJson.listenToTradeUpdates());
                return;
            }
            around.alerts()
                    .raise(
                            Alerts.Severity.CRITICAL,
                            "trading-stream-refused " + account,
                            Optional.of(account),
                            "the trading stream refused the credentials: " + status,
                            around.clock().instant());
            speaker.leave("not authorised: " + status);
        }

        private static boolean isOurs(WireTradeUpdate update) {
            return update.order().filter(order -> !order.isMultileg()).isPresent();
        }
    }
}
