package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.translation.BarRow;
import io.opspipeline.alpaca.translation.TradingStatusRow;
import io.opspipeline.alpaca.wire.WireBar;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireTradingStatus;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.ports.market.BarStream;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Bars, corrections and halts.
///
/// @param listener takes them
record BarTape(BarStream.Listener listener) implements PriceTape {

    private static final Logger LOG = LoggerFactory.getLogger(BarTape.class);
    private static final String NEW_BAR = "b";
    private static final String CORRECTED_BAR = "u";
    private static final String STATUS = "s";

    @Override
    public String name() {
        return "bars";
    }

    @Override
    public List<String> channels() {
        return List.of("bars", "updatedBars", "statuses");
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
        List<TradingHalt> halts = halts(messages);
        if (!halts.isEmpty()) {
            listener.halts(halts);
        }
    }

    @Override
    public void disconnected(String reason) {
        listener.disconnected(reason);
    }

    private static List<Bar> bars(List<WireNode> messages, String kind) {
        return ofKind(messages, kind)
                .flatMap(row -> BarRow.translate(WireBar.from(row)).orSkipped(LOG, row).stream())
                .toList();
    }

    private static List<TradingHalt> halts(List<WireNode> messages) {
        return ofKind(messages, STATUS)
                .flatMap(row ->
                        TradingStatusRow.translate(WireTradingStatus.from(row))
                                .orSkipped(LOG, row)
                                .flatMap(halt -> halt)
                                .stream())
                .toList();
    }

    private static Stream<WireNode> ofKind(List<WireNode> messages, String kind) {
        return messages.stream()
                .filter(message -> message.text("T").filter(kind::equals).isPresent());
    }
}
