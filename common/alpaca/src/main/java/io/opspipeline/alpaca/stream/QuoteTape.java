package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.translation.QuoteRow;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireQuote;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.ports.market.OptionQuoteStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Option quotes.
///
/// @param listener takes them
/// @param clock says when they are sighted
record QuoteTape(OptionQuoteStream.Listener listener, Clock clock) implements PriceTape {

    private static final Logger LOG = LoggerFactory.getLogger(QuoteTape.class);

    @Override
    public String name() {
        return "option quotes";
    }

    @Override
    public List<String> channels() {
        return List.of("quotes");
    }

    @Override
    public void connected() {
        listener.connected();
    }

    @Override
    public void heard(List<WireNode> messages) {
        Instant seenAt = clock.instant();
        Map<OccSymbol, QuoteReading> quotes = new TreeMap<>();
        for (WireNode message : messages) {
            if (message.text("T").filter("q"::equals).isPresent()) {
                contract(message)
                        .ifPresent(contract -> quotes.put(contract, reading(message, seenAt)));
            }
        }
        if (!quotes.isEmpty()) {
            listener.quotes(quotes);
        }
    }

    @Override
    public void disconnected(String reason) {
        listener.disconnected(reason);
    }

    private static Optional<OccSymbol> contract(WireNode message) {
        Optional<OccSymbol> contract = message.text("S").flatMap(OccSymbol::tryParse);
        if (contract.isEmpty()) {
            LOG.warn("a quote of no contract: {}", message);
        }
        return contract;
    }

    private static QuoteReading reading(WireNode message, Instant seenAt) {
        return QuoteRow.translate(Optional.of(WireQuote.from(message)), seenAt);
    }
}
