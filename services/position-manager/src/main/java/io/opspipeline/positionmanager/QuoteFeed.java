package io.opspipeline.positionmanager;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.ports.market.OptionQuoteStream;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The stream of quotes between the broker and the desks.
///
/// @param stream brings them
/// @param watch knows whether it does
/// @param reader takes them
record QuoteFeed(OptionQuoteStream stream, QuoteStreamWatch watch, Supplier<QuoteReader> reader)
        implements OptionQuoteStream.Listener {

    OptionQuoteStream.Connection open(Set<OccSymbol> contracts) {
        watch.wanted();
        try {
            return stream.open(contracts, this);
        } catch (RuntimeException failure) {
            watch.disconnected("it could not be opened: " + failure.getMessage());
            throw failure;
        }
    }

    @Override
    public void connected() {
        watch.connected();
        reader.get().fillGap();
    }

    @Override
    public void quotes(Map<OccSymbol, QuoteReading> quotes) {
        reader.get().sighted(quotes);
    }

    @Override
    public void disconnected(String reason) {
        watch.disconnected(reason);
    }
}
