package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.http.RefusalAlerts;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.ports.broker.TradingStream;
import java.net.URI;
import java.util.function.Supplier;

/// The stream of order events, one connection per account.
///
/// @param sockets makes connections
/// @param url of the stream
/// @param keys of the accounts
public record AlpacaTradingStream(Sockets sockets, URI url, AlpacaKeys keys)
        implements TradingStream {

    /// Opens it; returns when the stream listens or the first attempt has failed.
    ///
    /// @throws IllegalArgumentException when there are no credentials for the account
    @Override
    public Connection open(AccountId account, Listener listener) {
        Supplier<AlpacaCredentials> credentials =
                keys.of(account)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "no Alpaca credentials for account " + account));
        RefusalAlerts alerts = new RefusalAlerts(account, sockets.surroundings());
        OrderConversation talk = new OrderConversation(account, credentials, listener, alerts);
        Socket socket = sockets.ofOrders(url, account, talk);
        socket.open();
        return socket::close;
    }
}
