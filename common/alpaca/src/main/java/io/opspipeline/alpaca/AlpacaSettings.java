package io.opspipeline.alpaca;

import io.opspipeline.ports.store.Provenance;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Where Alpaca is and how hard it may be asked.
///
/// @param tradingUrl base of the trading API, `http` or `https`, without a path
/// @param dataUrl base of the market-data API, `http` or `https`, without a path
/// @param stockFeed the feed of stock prices, such as `sip` or `iex`
/// @param optionFeed the feed of option quotes, such as `opra` or `indicative`
/// @param requestTimeout how long one answer or one handshake may take, in real time
/// @param tradingRequestsPerMinute what one account may ask of the trading API, at least 4
/// @param dataRequestsPerMinute what the market-data account may ask of the data API, at least 4
/// @param pingEvery how often a stream is pinged, and given up when nothing was heard since the
///   last ping; empty pings never, which is right where time is virtual
/// @param jitter how far a pause may stray from its length, as a share in [0, 1)
/// @param jitterSeed makes the pauses of two processes differ, and those of two equal runs not
public record AlpacaSettings(
        URI tradingUrl,
        URI dataUrl,
        String stockFeed,
        String optionFeed,
        Duration requestTimeout,
        int tradingRequestsPerMinute,
        int dataRequestsPerMinute,
        Optional<Duration> pingEvery,
        double jitter,
        long jitterSeed) {

    private static final String ALPACA_DOMAIN = ".alpaca.markets";

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

    /// Refuses a trading URL that is not the one of the mode: paper orders go to Alpaca's paper
    /// host, live orders to its live host, and simulated ones to neither.
    ///
    /// @throws IllegalArgumentException naming the mode and the URL
    public void requireAgreement(Provenance.Mode mode) {
        String host = tradingUrl.getHost();
        boolean agrees =
                switch (mode) {
                    case SIMULATED -> !host.endsWith(ALPACA_DOMAIN);
                    case PAPER -> host.equals("paper-api" + ALPACA_DOMAIN);
                    case LIVE -> host.equals("api" + ALPACA_DOMAIN);
                };
        require(agrees, "mode %s does not go with trading URL %s".formatted(mode, tradingUrl));
    }

    /// The stream of order events: `wss` for `https`, `ws` for `http`.
    public URI tradingStreamUrl() {
        return URI.create(socketScheme(tradingUrl) + "://" + tradingUrl.getAuthority() + "/stream");
    }

    /// The stream of bars. Alpaca serves it from a host of its own.
    public URI barStreamUrl() {
        String authority = dataUrl.getAuthority();
        String host = authority.endsWith(ALPACA_DOMAIN) ? "stream." + authority : authority;
        return URI.create(socketScheme(dataUrl) + "://" + host + "/v2/" + stockFeed);
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
