package io.opspipeline.ports.market;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.StockSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Prices of stocks. Every method throws [io.opspipeline.ports.broker.BrokerUnavailable] when the
/// feed gives no readable answer.
public interface MarketData {

    /// Closed minute bars that start in [from, to), every page, unadjusted, by ticker and time. A
    /// ticker without bars is absent. A malformed or unknown ticker never fails the others.
    Map<Ticker, List<Bar>> bars(Set<Ticker> tickers, Instant from, Instant to);

    /// The last quote and trade of each ticker; a ticker that the feed does not know is absent.
    Map<Ticker, StockSnapshot> snapshots(Set<Ticker> tickers);

    /// Splits that take effect in [from, to].
    List<Split> splits(Set<Ticker> tickers, LocalDate from, LocalDate to);

    /// The stocks that are active, tradable and have options, out of those asked for.
    Set<Ticker> optionable(Set<Ticker> tickers);

    /// The feed the bars come from, such as `sip` or `iex`.
    String feed();
}
