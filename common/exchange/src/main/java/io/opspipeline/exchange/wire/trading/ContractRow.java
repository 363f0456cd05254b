package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.money.ContractMultiplier;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/// A contract as the wire shows it. There is no close price: the market knows none.
final class ContractRow {

    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("MMM dd yyyy", Locale.US);

    private ContractRow() {}

    /// @param openInterest contracts open at the end of the session before
    /// @param asOf the session before, New York
    static ObjectNode of(OptionListing listing, OptionalInt openInterest, LocalDate asOf) {
        OccSymbol contract = listing.symbol();
        String underlying = contract.underlying().symbol();
        JsonRow row =
                new JsonRow()
                        .text("id", AssetIds.of(contract.toString()))
                        .text("symbol", contract.toString())
                        .text("name", name(contract))
                        .text("status", "active")
                        .flag("tradable", true)
                        .text("expiration_date", contract.expiry().toString())
                        .text("root_symbol", contract.root())
                        .text("underlying_symbol", underlying)
                        .text("underlying_asset_id", AssetIds.of(underlying))
                        .text("type", contract.right() == Right.CALL ? "call" : "put")
                        .text("style", "american")
                        .decimalText("strike_price", contract.strike().perShare())
                        .wholeText("multiplier", ContractMultiplier.STANDARD)
                        .wholeText("size", ContractMultiplier.STANDARD)
                        .flag("ppind", listing.pennyProgram() || listing.centsEverywhere());
        openInterest.ifPresent(open ->
                row.wholeText("open_interest", open).text("open_interest_date", asOf.toString()));
        return row.node();
    }

    private static String name(OccSymbol contract) {
        return "%s %s %s %s"
                .formatted(
                        contract.root(),
                        IN_WORDS.format(contract.expiry()),
                        Json.plain(contract.strike().perShare()),
                        contract.right() == Right.CALL ? "Call" : "Put");
    }
}
