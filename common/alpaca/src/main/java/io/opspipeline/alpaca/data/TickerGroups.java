package io.opspipeline.alpaca.data;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.ports.broker.BrokerUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks for many tickers at once. A single malformed one fails a whole request, so a refused group
/// is halved until the bad ticker stands alone and is left out.
final class TickerGroups {

    private static final Logger LOG = LoggerFactory.getLogger(TickerGroups.class);

    private static final int MOST = 100;

    private TickerGroups() {}

    /// Asks for every ticker.
    ///
    /// @param ask sends one request for a group, and throws [InvalidSymbolException] when it was
    ///   refused for a symbol
    /// @throws BrokerUnavailable when there is no answer
    static void each(Set<Ticker> tickers, Consumer<List<Ticker>> ask) {
        List<Ticker> sorted = tickers.stream().sorted().toList();
        for (int from = 0; from < sorted.size(); from += MOST) {
            split(sorted.subList(from, Math.min(from + MOST, sorted.size())), ask);
        }
    }

    private static void split(List<Ticker> group, Consumer<List<Ticker>> ask) {
        try {
            ask.accept(group);
        } catch (InvalidSymbolException refused) {
            if (group.size() == 1) {
                LOG.warn("{} is left out: {}", group, refused.getMessage());
                return;
            }
            int half = group.size() / 2;
            split(new ArrayList<>(group.subList(0, half)), ask);
            split(new ArrayList<>(group.subList(half, group.size())), ask);
        }
    }

    /// A request was refused because of one of its symbols.
    static final class InvalidSymbolException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InvalidSymbolException(String message) {
            super(message);
        }
    }
}
