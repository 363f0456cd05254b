package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.http.RefusalAlerts;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.ports.market.BarStream;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// The stream of closed minute bars, on the connection of the market-data account. Alpaca allows
/// one.
///
/// @param sockets makes connections
/// @param url of the stream
/// @param keys of the accounts
public record AlpacaBarStream(Sockets sockets, URI url, AlpacaKeys keys) implements BarStream {

    /// Opens it; returns when the stream is subscribed or the first attempt has failed.
    @Override
    public Connection open(Set<Ticker> tickers, Listener listener) {
        var credentials =
                keys.of(keys.marketData())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "no Alpaca credentials for account " + keys.marketData()));
        var alerts = new RefusalAlerts(keys.marketData(), sockets.surroundings());
        BarConversation talk = new BarConversation(tickers, credentials, listener, alerts);
        Socket socket = sockets.at(url, Optional.empty(), talk);
        socket.open();
        return new Subscribed(new BarSubscription(socket, talk, sockets.timeout()), socket);
    }

    private record Subscribed(BarSubscription subscription, Socket socket) implements Connection {

        @Override
        public void subscribe(Set<Ticker> tickers) {
            subscription.replace(tickers);
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
