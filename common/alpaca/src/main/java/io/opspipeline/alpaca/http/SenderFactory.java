package io.opspipeline.alpaca.http;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.alpaca.pace.Backoff;
import io.opspipeline.alpaca.pace.RequestLimiter;
import io.opspipeline.domain.account.AccountId;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/// Makes senders that share one client.
///
/// @param client speaks HTTP
/// @param timeout how long one answer may take, in real time
/// @param backoff the pauses between the tries of a read
/// @param surroundings what the process lends
public record SenderFactory(
        HttpClient client, Duration timeout, Backoff backoff, Surroundings surroundings) {

    /// A sender for each account. An account without credentials is told of once.
    ///
    /// @param base of the API
    /// @param perMinute requests that one account may make
    public AccountSenders forAccounts(URI base, AlpacaKeys keys, int perMinute) {
        return new AccountSenders(account -> {
            var credentials = keys.of(account);
            if (credentials.isEmpty()) {
                new RefusalAlerts(account, surroundings).credentialsMissing();
            }
            return credentials.map(found -> sender(base, account, found, perMinute));
        });
    }

    private RequestSender sender(
            URI base, AccountId account, Supplier<AlpacaCredentials> credentials, int perMinute) {
        String name = account + "@" + base.getHost();
        Clock clock = surroundings.clock();
        return new RequestSender(
                name,
                new Transport(client, base, credentials, timeout, clock),
                new RequestLimiter(perMinute, clock),
                new Breaker(name, clock),
                backoff,
                surroundings.pause(),
                clock,
                new RefusalAlerts(account, surroundings));
    }
}
