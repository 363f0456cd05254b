package io.opspipeline.alpaca;

import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.alpaca.http.AccountSenders;
import io.opspipeline.alpaca.http.RequestSender;
import io.opspipeline.alpaca.http.SenderFactory;
import io.opspipeline.alpaca.pace.Backoff;
import io.opspipeline.alpaca.prices.AlpacaCalendar;
import io.opspipeline.alpaca.prices.AlpacaMarketData;
import io.opspipeline.alpaca.prices.AlpacaOptionChains;
import io.opspipeline.alpaca.probe.AlpacaProbe;
import io.opspipeline.alpaca.stream.AlpacaBarStream;
import io.opspipeline.alpaca.stream.AlpacaOptionQuoteStream;
import io.opspipeline.alpaca.stream.AlpacaTradingStream;
import io.opspipeline.alpaca.stream.Sockets;
import io.opspipeline.alpaca.trading.AlpacaActivities;
import io.opspipeline.alpaca.trading.AlpacaBooks;
import io.opspipeline.alpaca.trading.AlpacaOrderEntry;
import io.opspipeline.alpaca.trading.AlpacaSpreads;
import io.opspipeline.ports.broker.BrokerActivities;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerSpreads;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.broker.TradingStream;
import io.opspipeline.ports.market.BarStream;
import io.opspipeline.ports.market.BrokerCalendar;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.OptionChains;
import io.opspipeline.ports.market.OptionQuoteStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Every port that Alpaca stands behind. All share one HTTP client, and the ports of one account
/// one request limit, however often they are asked for.
public final class AlpacaClients implements AutoCloseable {

    private final HttpClient client;
    private final Runnable afterwards;
    private final AlpacaSettings settings;
    private final AlpacaKeys keys;
    private final Surroundings surroundings;
    private final AccountSenders trading;
    private final AccountSenders data;
    private final Sockets sockets;

    /// @param settings where Alpaca is
    /// @param keys of each account
    /// @param surroundings what the process lends
    public AlpacaClients(AlpacaSettings settings, AlpacaKeys keys, Surroundings surroundings) {
        this(settings, keys, surroundings, Executors.newVirtualThreadPerTaskExecutor());
    }

    /// The same over a client that the caller has made, and that is shut down with this.
    public AlpacaClients(
            AlpacaSettings settings,
            AlpacaKeys keys,
            Surroundings surroundings,
            HttpClient client) {
        this(settings, keys, surroundings, client, () -> {});
    }

    private AlpacaClients(
            AlpacaSettings settings,
            AlpacaKeys keys,
            Surroundings surroundings,
            ExecutorService threads) {
        this(
                settings,
                keys,
                surroundings,
                http(settings.requestTimeout(), threads),
                threads::shutdown);
    }

    private AlpacaClients(
            AlpacaSettings settings,
            AlpacaKeys keys,
            Surroundings surroundings,
            HttpClient client,
            Runnable afterwards) {
        this.client = client;
        this.afterwards = afterwards;
        this.settings = settings;
        this.keys = keys;
        this.surroundings = surroundings;
        Duration timeout = settings.requestTimeout();
        var senders = new SenderFactory(client, timeout, backoff(250, 2_000), surroundings);
        this.trading =
                senders.forAccounts(
                        settings.tradingUrl(), keys, settings.tradingRequestsPerMinute());
        this.data = senders.forAccounts(settings.dataUrl(), keys, settings.dataRequestsPerMinute());
        this.sockets =
                new Sockets(
                        client,
                        timeout,
                        settings.pingEvery(),
                        backoff(1_000, 64_000),
                        surroundings);
    }

    /// Where orders go.
    public OrderEntry orderEntry() {
        return new AlpacaOrderEntry(trading);
    }

    /// The broker's books.
    public BrokerBooks books() {
        return new AlpacaBooks(trading);
    }

    /// The broker's books of spreads.
    public BrokerSpreads spreads() {
        return new AlpacaSpreads(trading);
    }

    /// The broker's history.
    public BrokerActivities activities() {
        return new AlpacaActivities(trading);
    }

    /// The broker's sessions.
    public BrokerCalendar calendar() {
        return new AlpacaCalendar(listings());
    }

    /// Prices of stocks.
    public MarketData marketData() {
        return new AlpacaMarketData(
                prices(), listings(), settings.stockFeed(), surroundings.clock());
    }

    /// Option contracts and their quotes.
    public OptionChains optionChains() {
        return new AlpacaOptionChains(
                prices(), listings(), settings.optionFeed(), surroundings.clock());
    }

    /// Order events.
    public TradingStream tradingStream() {
        return new AlpacaTradingStream(sockets, settings.tradingStreamUrl(), keys);
    }

    /// Minute bars.
    public BarStream barStream() {
        return new AlpacaBarStream(sockets, settings.barStreamUrl(), keys);
    }

    /// Quotes of single option contracts.
    public OptionQuoteStream optionQuoteStream() {
        return new AlpacaOptionQuoteStream(
                sockets, settings.optionStreamUrl(), settings.optionSymbolLimit(), keys);
    }

    /// Single questions that tell what is wrong with an account.
    public AlpacaProbe probe() {
        return new AlpacaProbe(trading, data);
    }

    /// Ends all requests and streams. A stream should be closed before by whoever opened it: only
    /// that says good-bye.
    @Override
    public void close() {
        client.shutdownNow();
        afterwards.run();
    }

    private RequestSender listings() {
        return trading.of(keys.marketData());
    }

    private RequestSender prices() {
        return data.of(keys.marketData());
    }

    private Backoff backoff(long firstMillis, long longestMillis) {
        return new Backoff(
                Duration.ofMillis(firstMillis),
                Duration.ofMillis(longestMillis),
                settings.jitter(),
                settings.jitterSeed() == 0 ? ProcessHandle.current().pid() : settings.jitterSeed());
    }

    private static HttpClient http(Duration timeout, Executor executor) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .executor(executor)
                .build();
    }
}
