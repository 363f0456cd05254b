package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.http.RefusalAlerts;
import java.net.URI;
import java.util.Set;

/// Opens streams of prices on the connection of the market-data account. Alpaca allows one to each
/// feed.
///
/// @param sockets makes connections
/// @param keys of the accounts
record PriceStreams(Sockets sockets, AlpacaKeys keys) {

    /// Opens one; returns when it is subscribed or the first attempt has failed.
    Open open(URI url, Form form, PriceTape tape, Set<String> symbols) {
        var credentials =
                keys.of(keys.marketData())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "no Alpaca credentials for account " + keys.marketData()));
        var talk = new PriceConversation(tape, symbols, credentials, alerts());
        Socket socket = sockets.ofPrices(url, form, talk);
        socket.open();
        return new Open(socket, new PriceSubscription(socket, talk, sockets.timeout()));
    }

    RefusalAlerts alerts() {
        return new RefusalAlerts(keys.marketData(), sockets.surroundings());
    }

    /// A stream that is kept open.
    record Open(Socket socket, PriceSubscription subscription) {}
}
