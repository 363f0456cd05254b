package io.opspipeline.alpaca.translation;

import io.opspipeline.alpaca.wire.WireStockSnapshot;
import io.opspipeline.alpaca.wire.WireTrade;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.StockSnapshot;
import io.opspipeline.domain.money.Price;
import java.time.Instant;

/// A stock as the feed shows it. No member is required.
public final class StockSnapshotRow {

    private StockSnapshotRow() {}

    /// What the feed shows. A trade at no price is no trade.
    ///
    /// @param seenAt when it was asked, UTC
    public static StockSnapshot translate(Ticker ticker, WireStockSnapshot row, Instant seenAt) {
        var trade =
                row.latestTrade()
                        .filter(last -> last.price().filter(p -> p.signum() > 0).isPresent());
        return new StockSnapshot(
                ticker,
                QuoteRow.ofStock(row.latestQuote(), seenAt),
                trade.flatMap(WireTrade::price).map(Price::new),
                trade.flatMap(WireTrade::tradedAt));
    }
}
