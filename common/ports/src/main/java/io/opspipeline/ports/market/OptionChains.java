package io.opspipeline.ports.market;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.ListedContract;
import io.opspipeline.domain.market.OptionSnapshot;
import io.opspipeline.domain.market.QuoteReading;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Option contracts and their quotes. Every method throws
/// [io.opspipeline.ports.broker.BrokerUnavailable] when the feed gives no readable answer.
public interface OptionChains {

    /// Every active contract in the window, all pages, standard or not, by symbol.
    List<ListedContract> listed(ChainWindow window);

    /// Every contract of the window as the data feed shows it, all pages, by symbol.
    List<OptionSnapshot> snapshots(ChainWindow window);

    /// The latest quotes of single contracts; one that the feed does not know reads as missing.
    Map<OccSymbol, QuoteReading> quotes(Set<OccSymbol> contracts);

    /// The feed the quotes come from, such as `opra` or `indicative`.
    String feed();
}
