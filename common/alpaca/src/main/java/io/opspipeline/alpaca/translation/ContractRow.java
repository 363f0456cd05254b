package io.opspipeline.alpaca.translation;

import static io.opspipeline.alpaca.wire.Translation.need;

import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireContract;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.ListedContract;
import io.opspipeline.domain.money.ContractMultiplier;

/// Listed contracts.
public final class ContractRow {

    private ContractRow() {}

    /// A contract. One is tradable only when Alpaca says so, and in the penny programme only when
    /// it says so: the wider step is valid in both.
    public static Translation<ListedContract> translate(WireContract row) {
        return Translation.of(() ->
                new ListedContract(
                        OccSymbol.parse(need(row.symbol(), "symbol")),
                        Ticker.of(need(row.underlying(), "underlying_symbol")),
                        sharesPerContract(row),
                        row.tradable().orElse(false),
                        row.pennyProgram().orElse(false),
                        row.openInterest()));
    }

    // An adjusted contract may keep a multiplier of 100 and deliver another number of shares; old
    // answers tell the size alone.
    private static int sharesPerContract(WireContract row) {
        int size = need(row.size().isPresent() ? row.size() : row.multiplier(), "size");
        int multiplier = row.multiplier().orElse(size);
        return multiplier == ContractMultiplier.STANDARD ? size : multiplier;
    }
}
