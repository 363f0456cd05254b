package io.opspipeline.positionmanager;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.store.TradingHalts;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which stocks do not trade as usual: prices that come out of a halt prove nothing for a while.
final class StockHalts {

    private static final Logger LOG = LoggerFactory.getLogger(StockHalts.class);
    private static final String TELEMETRY = "telemetry";

    /// Telemetry gives a sign of life each minute. Without one nobody would tell of a halt's end,
    /// and no exit may wait for that for ever.
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);

    private final TradingHalts halts;
    private final Heartbeats heartbeats;
    private final MarketView market;
    private final Supplier<Rules> rules;

    StockHalts(
            TradingHalts halts, Heartbeats heartbeats, MarketView market, Supplier<Rules> rules) {
        this.halts = halts;
        this.heartbeats = heartbeats;
        this.market = market;
        this.rules = rules;
    }

    /// Those of some stocks in which trading is halted, or goes on again for a short time only.
    Set<Ticker> unsettled(Set<Ticker> tickers, Instant asOf) {
        if (tickers.isEmpty()) {
            return Set.of();
        }
        Duration afterHalt = rules.get().settings().exits().afterHalt();
        Map<Ticker, TradingHalt> known = halts.newest(tickers);
        Set<Ticker> halted = halted(known, asOf);
        return known.values().stream()
                .filter(halt -> halted.contains(halt.ticker()) || halt.isSettling(afterHalt, asOf))
                .map(TradingHalt::ticker)
                .collect(Collectors.toSet());
    }

    private Set<Ticker> halted(Map<Ticker, TradingHalt> known, Instant asOf) {
        Set<Ticker> told =
                known.values().stream()
                        .filter(TradingHalt::isOn)
                        .map(TradingHalt::ticker)
                        .collect(Collectors.toSet());
        Map<Ticker, Bar> newest = market.newestBars(told, asOf);
        Set<Ticker> halted =
                known.values().stream()
                        .filter(halt ->
                                halt.isHalted(Optional.ofNullable(newest.get(halt.ticker()))))
                        .map(TradingHalt::ticker)
                        .collect(Collectors.toSet());
        if (!halted.isEmpty() && !isTelemetryAlive(asOf)) {
            LOG.warn("halts of {} are not believed: telemetry gives no sign of life", halted);
            return Set.of();
        }
        return halted;
    }

    private boolean isTelemetryAlive(Instant asOf) {
        return heartbeats
                .latest(TELEMETRY, Optional.empty())
                .filter(beat -> beat.age(asOf).compareTo(LONGEST_SILENCE) <= 0)
                .isPresent();
    }
}
