package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.exchange.venue.PositionView;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.node.ObjectNode;

/// A position as the wire shows it, valued at what closing it would bring: the bid, or the ask when
/// short. The venue keeps no earlier closes: the price of the last day is shown as the current one,
/// and so the change of today as 0.
final class PositionRow {

    private static final int SHARE_DECIMALS = 6;

    private PositionRow() {}

    static ObjectNode of(PositionView position) {
        Instrument instrument = position.instrument();
        Money gain = position.value().minus(position.costBasis());
        String share = share(gain, position.costBasis());
        return new JsonRow()
                .text("asset_id", AssetIds.of(instrument.symbol()))
                .text("symbol", instrument.symbol())
                .text("exchange", OrderRow.isOption(instrument) ? "" : AssetRow.EXCHANGE)
                .text("asset_class", OrderRow.assetClass(instrument))
                .flag("asset_marginable", true)
                .wholeText("qty", position.quantity())
                .decimalText("avg_entry_price", position.averageEntry().perShare())
                .text("side", position.isShort() ? "short" : "long")
                .decimalText("market_value", position.value().amount())
                .decimalText("cost_basis", position.costBasis().amount())
                .decimalText("unrealized_pl", gain.amount())
                .text("unrealized_plpc", share)
                .decimalText("unrealized_intraday_pl", gain.amount())
                .text("unrealized_intraday_plpc", share)
                .decimalText("current_price", position.closing().perShare())
                .decimalText("lastday_price", position.closing().perShare())
                .text("change_today", "0")
                .wholeText("qty_available", position.available())
                .node();
    }

    private static String share(Money gain, Money cost) {
        return cost.amount().signum() != 0
                ? gain.amount()
                        .divide(cost.amount().abs(), SHARE_DECIMALS, RoundingMode.HALF_EVEN)
                        .toPlainString()
                : BigDecimal.ZERO.toPlainString();
    }
}
