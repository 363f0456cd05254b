package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.translation.BarRow;
import io.opspipeline.alpaca.wire.WireBar;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.ports.market.BarStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Bars and corrections.
///
/// @param listener takes them
record BarTape(BarStream.Listener listener) implements PriceTape {

    private static final Logger LOG = LoggerFactory.getLogger(BarTape.class);
    private static final String NEW_BAR = "b";
    private static final String CORRECTED_BAR = "u";

    @Override
    public String name() {
        return "bars";
    }

    @Override
    public List<String> channels() {
        return List.of("bars", "updatedBars");
    }

    @Override
    public void connected() {
        listener.connected();
    }

    @Override
    public void heard(List<WireNode> messages) {
        List<Bar> bars = bars(messages, NEW_BAR);
        if (!bars.isEmpty()) {
            listener.bars(bars);
        }
        List<Bar> corrections = bars(messages, CORRECTED_BAR);
        if (!corrections.isEmpty()) {
            listener.corrections(corrections);
        }
    }

    @Override
    public void disconnected(String reason) {
        listener.disconnected(reason);
    }

    private static List<Bar> bars(List<WireNode> messages, String kind) {
        return messages.stream()
                .filter(message -> message.text("T").filter(kind::equals).isPresent())
                .flatMap(row -> BarRow.translate(WireBar.from(row)).orSkipped(LOG, row).stream())
                .toList();
    }
}
