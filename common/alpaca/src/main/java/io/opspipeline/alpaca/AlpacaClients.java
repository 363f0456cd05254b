package io.opspipeline.alpaca;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.alpaca.data.AlpacaMarketData;
import io.opspipeline.alpaca.data.AlpacaOptionChains;
import io.opspipeline.alpaca.http.AlpacaHost;
import io.opspipeline.alpaca.http.Jitter;
import io.opspipeline.alpaca.stream.AlpacaBarStream;
import io.opspipeline.alpaca.stream.AlpacaTradingStream;
import io.opspipeline.alpaca.stream.Sockets;
import io.opspipeline.alpaca.trading.AlpacaBooks;
import io.opspipeline.alpaca.trading.AlpacaCalendar;
import io.opspipeline.alpaca.trading.AlpacaOrderEntry;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.broker.TradingStream;
import io.opspipeline.ports.market.BarStream;
import io.opspipeline.ports.market.BrokerCalendar;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.OptionChains;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Every port that Alpaca stands behind.
public final class AlpacaClients implements AutoCloseable {

    private final HttpClient client;
    private final AlpacaSettings settings;
    private final AlpacaKeys keys;
    private final Surroundings around;
    private final Map<AccountId, AlpacaHost> trading = new TreeMap<>();
    private final AlpacaHost data;
    private final Sockets sockets;

    /// @param settings where Alpaca is
    /// @param keys of each account
    /// @param around what the process lends
    public AlpacaClients(AlpacaSettings settings, AlpacaKeys keys, Surroundings around) {
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.requestTimeout())
                        .build();
        this.settings = settings;
        this.keys = keys;
        this.around = around;
        this.sockets = new Sockets(client, settings, around);
        keys.sorted()
                .forEach((account, credentials) ->
                        trading.put(
                                account,
                                host(
                                        settings.tradingUrl(),
                                        credentials,
                                        settings.tradingRequestsPerMinute())));
        this.data =
                host(
                        settings.dataUrl(),
                        credentials(keys.marketData()),
                        settings.dataRequestsPerMinute());
    }

    /// Where orders go.
    public OrderEntry orderEntry() {
        return new AlpacaOrderEntry(this::trading, around.clock());
    }

    /// The broker's books.
    public BrokerBooks books() {
        return new AlpacaBooks(this::trading, around.clock());
    }

    /// The broker's sessions.
    public BrokerCalendar calendar() {
        return new AlpacaCalendar(trading(keys.marketData()));
    }

    /// Prices of stocks.
    public MarketData marketData() {
        return new AlpacaMarketData(
                data, trading(keys.marketData()), settings.stockFeed(), around.clock());
    }

    /// Option contracts and their quotes.
    public OptionChains optionChains() {
        return new AlpacaOptionChains(
                data, trading(keys.marketData()), settings.optionFeed(), around.clock());
    }

    /// Order events.
    public TradingStream tradingStream() {
        return new AlpacaTradingStream(sockets, this::credentials, around);
    }

    /// Minute bars.
    public BarStream barStream() {
        return new AlpacaBarStream(sockets, credentials(keys.marketData()), around);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private AlpacaHost trading(AccountId account) {
        AlpacaHost host = trading.get(account);
        if (host == null) {
            throw new IllegalArgumentException("account '" + account + "' has no credentials");
        }
        return host;
    }

    private Supplier<AlpacaCredentials> credentials(AccountId account) {
        Supplier<AlpacaCredentials> credentials = keys.accounts().get(account);
        if (credentials == null) {
            throw new IllegalArgumentException("account '" + account + "' has no credentials");
        }
        return credentials;
    }

    private AlpacaHost host(URI base, Supplier<AlpacaCredentials> credentials, int perMinute) {
        return new AlpacaHost(
                client,
                base,
                credentials,
                settings.requestTimeout(),
                perMinute,
                around,
                new Jitter(settings.jitter(), settings.jitterSeed()));
    }
}
