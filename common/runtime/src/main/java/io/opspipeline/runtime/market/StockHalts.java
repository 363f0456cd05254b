package io.opspipeline.runtime.market;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.store.TradingHalts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which stocks do not trade as usual.
public final class StockHalts {

    private static final Logger LOG = LoggerFactory.getLogger(StockHalts.class);
    private static final String TELEMETRY = "telemetry";

    /// Telemetry gives a sign of life each minute. Without one nobody would tell of a halt's end,
    /// and nothing may wait for that for ever.
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);

    private final TradingHalts halts;
    private final Bars bars;
    private final Heartbeats heartbeats;

    /// @param halts what the tape said
    /// @param bars of the same stocks
    /// @param heartbeats tell whether telemetry is alive
    public StockHalts(TradingHalts halts, Bars bars, Heartbeats heartbeats) {
        this.halts = halts;
        this.bars = bars;
        this.heartbeats = heartbeats;
    }

    /// The halt of a stock; empty when it trades.
    ///
    /// @param asOf now, UTC
    public Optional<TradingHalt> of(Ticker ticker, Instant asOf) {
        return Optional.ofNullable(halts.newest(Set.of(ticker)).get(ticker))
                .filter(halt -> halted(Map.of(ticker, halt), asOf).contains(ticker));
    }

    /// Those of some stocks in which trading is halted, or goes on again for a short time only.
    ///
    /// @param settling how long prices prove nothing after a halt
    /// @param asOf now, UTC
    public Set<Ticker> unsettled(Set<Ticker> tickers, Duration settling, Instant asOf) {
        if (tickers.isEmpty()) {
            return Set.of();
        }
        Map<Ticker, TradingHalt> known = halts.newest(tickers);
        Set<Ticker> unsettled = new HashSet<>(halted(known, asOf));
        known.values().stream()
                .filter(halt -> halt.isSettling(settling, asOf))
                .map(TradingHalt::ticker)
                .forEach(unsettled::add);
        return unsettled;
    }

    private Set<Ticker> halted(Map<Ticker, TradingHalt> known, Instant asOf) {
        Set<Ticker> told =
                known.values().stream()
                        .filter(TradingHalt::isOn)
                        .map(TradingHalt::ticker)
                        .collect(Collectors.toSet());
        if (told.isEmpty()) {
            return Set.of();
        }
        Map<Ticker, Bar> newest = bars.latestBefore(told, asOf);
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
                .filter(beat -> beat.age(asOf).abs().compareTo(LONGEST_SILENCE) <= 0)
                .isPresent();
    }
}
