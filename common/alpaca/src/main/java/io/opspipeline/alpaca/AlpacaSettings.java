package io.opspipeline.alpaca;

import io.opspipeline.ports.setting.Described;
import io.opspipeline.ports.setting.InRange;
import io.opspipeline.ports.setting.SettingsPrefix;
import io.opspipeline.ports.store.Provenance;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where Alpaca is and how hard it may be asked. URLs are `http` or `https`, without a path.
@SettingsPrefix(value = "alpaca", fixed = true)
public record AlpacaSettings(
        @Described("Base of the trading API; LIVE must name its own")
                @DefaultValue("https://paper-api.alpaca.markets")
                URI tradingUrl,
        @Described("Base of the market-data API") @DefaultValue("https://data.alpaca.markets")
                URI dataUrl,
        @Described("Feed of stock prices, such as sip or iex") @DefaultValue("sip")
                String stockFeed,
        @Described("Feed of option quotes, such as opra or indicative") @DefaultValue("opra")
                String optionFeed,
        @Described("How long one answer or one handshake may take, in real time")
                @InRange(min = "100ms", max = "60s")
                @DefaultValue("10s")
                Duration requestTimeout,
        @Described("What one account may ask of the trading API in a minute")
                @InRange(min = "4", max = "10000")
                @DefaultValue("200")
                int tradingRequestsPerMinute,
        @Described("What the market-data account may ask of the data API in a minute")
                @InRange(min = "4", max = "100000")
                @DefaultValue("10000")
                int dataRequestsPerMinute,
        @Described(
                        "How often a stream is pinged, and given up when nothing was heard since; empty: never, which is right where time is virtual")
                @InRange(min = "1s", max = "6h")
                @DefaultValue("20s")
                Optional<Duration> pingEvery,
        @Described("How far a pause may stray from its length, share")
                @InRange(min = "0", max = "0.99")
                @DefaultValue("0.2")
                double jitter,
        @Described("Makes the pauses of two processes differ; 0 takes the number of the process")
                @DefaultValue("0")
                long jitterSeed) {

    private static final String ALPACA_DOMAIN = ".alpaca.markets";
    private static final int OPRA_SYMBOLS = 1_000;
    private static final int INDICATIVE_SYMBOLS = 200;

    /// Refuses settings that cannot work, naming the key and its range.
    public AlpacaSettings {
        requireBase("trading URL", tradingUrl);
        requireBase("data URL", dataUrl);
        require(!stockFeed.isBlank(), "stock feed must not be empty");
        require(!optionFeed.isBlank(), "option feed must not be empty");
        require(
                requestTimeout.isPositive(),
                "request timeout must be above 0, was " + requestTimeout);
        requireRate("trading requests per minute", tradingRequestsPerMinute);
        requireRate("data requests per minute", dataRequestsPerMinute);
        require(
                pingEvery.map(Duration::isPositive).orElse(true),
                "time between pings must be above 0, was " + pingEvery);
        require(jitter >= 0 && jitter < 1, "jitter must be in [0, 1), was " + jitter);
    }

    /// Refuses URLs that are not those of the mode: paper orders go to Alpaca's paper host or to an
    /// exchange on this machine that poses as it, live orders to its live host. What is simulated
    /// speaks to an exchange on this machine and to nobody else, not even about prices.
    ///
    /// @throws IllegalArgumentException naming the mode and the URL
    public void requireAgreement(Provenance.Mode mode) {
        String host = tradingUrl.getHost();
        boolean agrees =
                switch (mode) {
                    case SIMULATED -> isLoopback(host);
                    case PAPER -> host.equals("paper-api" + ALPACA_DOMAIN) || isLoopback(host);
                    case LIVE -> host.equals("api" + ALPACA_DOMAIN);
                };
        require(agrees, "mode %s does not go with trading URL %s".formatted(mode, tradingUrl));
        require(
                mode != Provenance.Mode.SIMULATED || isLoopback(dataUrl.getHost()),
                "mode %s does not go with data URL %s".formatted(mode, dataUrl));
    }

    /// The stream of order events: `wss` for `https`, `ws` for `http`.
    public URI tradingStreamUrl() {
        return URI.create(socketScheme(tradingUrl) + "://" + tradingUrl.getAuthority() + "/stream");
    }

    /// The stream of bars. Alpaca serves it from a host of its own.
    public URI barStreamUrl() {
        return dataStreamUrl("/v2/" + stockFeed);
    }

    /// The stream of option quotes, on the same host.
    public URI optionStreamUrl() {
        return dataStreamUrl("/v1beta1/" + optionFeed);
    }

    /// Contracts that the plan of the option feed gives quotes of.
    public int optionSymbolLimit() {
        return optionFeed.equals("opra") ? OPRA_SYMBOLS : INDICATIVE_SYMBOLS;
    }

    private URI dataStreamUrl(String path) {
        String authority = dataUrl.getAuthority();
        String host = authority.endsWith(ALPACA_DOMAIN) ? "stream." + authority : authority;
        return URI.create(socketScheme(dataUrl) + "://" + host + path);
    }

    private static boolean isLoopback(String host) {
        return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
    }

    private static String socketScheme(URI url) {
        return url.getScheme().equals("https") ? "wss" : "ws";
    }

    private static void requireBase(String name, URI url) {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        boolean bare = url.getAuthority() != null && url.getPath().replace("/", "").isEmpty();
        require(http && bare, name + " must be http(s)://host without a path, was " + url);
        require(url.getUserInfo() == null, name + " must not hold credentials");
    }

    private static void requireRate(String name, int perMinute) {
        require(perMinute >= 4, name + " must be at least 4, was " + perMinute);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
