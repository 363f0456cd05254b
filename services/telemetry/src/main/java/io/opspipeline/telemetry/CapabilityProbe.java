package io.opspipeline.telemetry;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.OptionChains;
import io.opspipeline.ports.store.Capabilities;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.runtime.setting.SettingsException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out at start what the market-data account may read, so that nothing degrades in silence
/// (incident 58).
final class CapabilityProbe {

    private static final Logger LOG = LoggerFactory.getLogger(CapabilityProbe.class);
    private static final String LIVE_STOCKS = "sip";
    private static final String LIVE_OPTIONS = "opra";

    private final MarketData marketData;
    private final OptionChains chains;
    private final ChainSurvey survey;
    private final Supplier<ChainReach> reach;
    private final CollectedTickers tickers;
    private final Capabilities capabilities;
    private volatile String detail;
    private volatile boolean isKnown;

    CapabilityProbe(
            MarketData marketData,
            OptionChains chains,
            ChainSurvey survey,
            Supplier<ChainReach> reach,
            CollectedTickers tickers,
            Capabilities capabilities) {
        this.marketData = marketData;
        this.chains = chains;
        this.survey = survey;
        this.reach = reach;
        this.tickers = tickers;
        this.capabilities = capabilities;
        this.detail = feeds() + ", not asked yet";
    }

    /// Refuses feeds that real money must not trade on.
    ///
    /// @throws SettingsException in LIVE without the full feeds
    void requireFeedsFor(Provenance.Mode mode) {
        boolean full = marketData.feed().equals(LIVE_STOCKS) && chains.feed().equals(LIVE_OPTIONS);
        if (mode == Provenance.Mode.LIVE && !full) {
            throw new SettingsException(
                    "LIVE needs stocks %s and options %s, configured are %s"
                            .formatted(LIVE_STOCKS, LIVE_OPTIONS, feeds()));
        }
    }

    /// Asks for a stock and its chain, until both have answered.
    void runUntilKnown(Instant asOf) {
        if (!isKnown) {
            String answer = answer(asOf);
            detail = feeds() + ", " + answer;
            record(answer, asOf);
            LOG.info("market data: {}", detail);
        }
    }

    /// What was found, one line for people.
    String detail() {
        return detail;
    }

    private void record(String answer, Instant asOf) {
        Map<String, String> found = new TreeMap<>();
        found.put("option feed", chains.feed());
        found.put("options data", answer);
        found.put("stock feed", marketData.feed());
        found.put("stream symbol limit", new PlanLimits(marketData.feed(), chains.feed()).text());
        capabilities.record(found, asOf);
    }

    private String answer(Instant asOf) {
        Optional<Ticker> one = tickers.active().stream().findFirst();
        if (one.isEmpty()) {
            return "no ticker to ask for";
        }
        try {
            int options =
                    survey.read(Set.of(one.get()), reach.get(), asOf).stream()
                            .mapToInt(found -> found.options().size())
                            .sum();
            isKnown = options > 0;
            return "%d options of %s quoted".formatted(options, one.get());
        } catch (BrokerUnavailable unavailable) {
            return "stocks cannot be read: " + unavailable.getMessage();
        }
    }

    private String feeds() {
        return "stocks %s, options %s".formatted(marketData.feed(), chains.feed());
    }
}
