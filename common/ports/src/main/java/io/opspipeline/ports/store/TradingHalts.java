package io.opspipeline.ports.store;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.TradingHalt;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the tape has said of trading in stocks. The telemetry hears it; dispatcher and
/// position-manager go by it.
public interface TradingHalts {

    /// Keeps what was heard. The same again changes nothing.
    void note(List<TradingHalt> heard);

    /// The newest of each stock that has any.
    Map<Ticker, TradingHalt> newest(Set<Ticker> tickers);
}
