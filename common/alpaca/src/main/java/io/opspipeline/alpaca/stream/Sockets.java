package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.alpaca.pace.Backoff;
import io.opspipeline.domain.account.AccountId;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/// Makes the sockets of all streams.
///
/// @param client shared with the requests
/// @param timeout how long a handshake may take, in real time
/// @param pingEvery how often a stream is pinged; never when empty
/// @param backoff the pauses before it is opened again
/// @param surroundings what the process lends
public record Sockets(
        HttpClient client,
        Duration timeout,
        Optional<Duration> pingEvery,
        Backoff backoff,
        Surroundings surroundings) {

    /// The socket of an account's orders.
    Socket ofOrders(URI url, AccountId account, Conversation conversation) {
        return at(url, Optional.of(account), Form.JSON, conversation);
    }

    /// The socket of a feed of prices.
    Socket ofPrices(URI url, Form form, Conversation conversation) {
        return at(url, Optional.empty(), form, conversation);
    }

    private Socket at(URI url, Optional<AccountId> account, Form form, Conversation conversation) {
        SocketPlace place = new SocketPlace(client, url, account, form, timeout, pingEvery);
        return new Socket(place, surroundings, backoff, conversation);
    }
}
