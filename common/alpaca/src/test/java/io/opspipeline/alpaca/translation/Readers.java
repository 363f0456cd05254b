package io.opspipeline.alpaca.translation;

import io.opspipeline.alpaca.wire.WireAccount;
import io.opspipeline.alpaca.wire.WireActivity;
import io.opspipeline.alpaca.wire.WireAsset;
import io.opspipeline.alpaca.wire.WireBar;
import io.opspipeline.alpaca.wire.WireContract;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireOptionSnapshot;
import io.opspipeline.alpaca.wire.WireOrder;
import io.opspipeline.alpaca.wire.WirePosition;
import io.opspipeline.alpaca.wire.WireQuote;
import io.opspipeline.alpaca.wire.WireSession;
import io.opspipeline.alpaca.wire.WireSplit;
import io.opspipeline.alpaca.wire.WireStockSnapshot;
import io.opspipeline.alpaca.wire.WireTradeUpdate;
import io.opspipeline.alpaca.wire.WireTradingStatus;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.order.OrderUpdate.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything that may be asked of a row, whatever the row is.
final class Readers {

    private static final Instant SEEN = Instant.parse("2026-01-05T15:00:00Z");
    private static final Ticker AAPL = Ticker.of("AAPL");
    private static final OccSymbol CALL = OccSymbol.parse("AAPL250620C00100000");
    private static final List<Consumer<WireNode>> ALL =
            List.of(
                    row -> AccountRow.translate(WireAccount.from(row)),
                    row -> WireAsset.from(row).isOptionable(),
                    row -> BarRow.translate(WireBar.from(row)),
                    row -> BarRow.translate(AAPL, WireBar.from(row)),
                    row -> ContractRow.translate(WireContract.from(row)),
                    row -> OptionSnapshotRow.translate(CALL, WireOptionSnapshot.from(row), SEEN),
                    row -> OrderRow.translate(WireOrder.from(row), Source.BOOKS),
                    row -> OrderRow.translate(WireTradeUpdate.from(row)),
                    row -> SpreadRow.translate(WireOrder.from(row), Source.BOOKS),
                    row -> SpreadRow.translate(WireTradeUpdate.from(row)),
                    row -> ActivityRow.translate(WireActivity.from(row)),
                    row -> TradingStatusRow.translate(WireTradingStatus.from(row)),
                    row -> PositionRow.translate(WirePosition.from(row)),
                    row -> PositionRow.mayBeOurs(WirePosition.from(row)),
                    row -> QuoteRow.translate(Optional.of(WireQuote.from(row)), SEEN),
                    row -> SessionRow.translate(WireSession.from(row)),
                    row -> SplitRow.translate(WireSplit.from(row)),
                    row -> StockSnapshotRow.translate(AAPL, WireStockSnapshot.from(row), SEEN));

    private Readers() {}

    /// Reads the value and all that is in it in every way.
    static void readAll(WireNode node) {
        ALL.forEach(reader -> reader.accept(node));
        node.rows().stream().filter(row -> node.isArray()).forEach(Readers::readAll);
        node.members()
                .forEach((name, member) -> {
                    readAll(member);
                    node.rows(name).forEach(Readers::readAll);
                });
    }
}
