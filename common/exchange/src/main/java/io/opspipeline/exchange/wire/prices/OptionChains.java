package io.opspipeline.exchange.wire.prices;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.wire.http.Answer;
import io.opspipeline.exchange.wire.http.Call;
import io.opspipeline.exchange.wire.http.Parameters;
import io.opspipeline.exchange.wire.json.JsonRow;
import io.opspipeline.exchange.wire.listing.ContractFilter;
import io.opspipeline.exchange.wire.listing.Page;
import io.opspipeline.exchange.wire.listing.Symbols;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Answers what is asked about option prices. A contract that is not listed is absent.
///
/// @param market what is traded
/// @param feeds what may be read
record OptionChains(Market market, Feeds feeds) {

    private static final int STANDARD_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 1_000;

    /// The chain of a stock, by symbol.
    Answer chain(Call call) {
        Parameters parameters = call.parameters();
        Ticker underlying = Symbols.ticker(parameters, call.subject());
        ContractFilter filter = ContractFilter.of(parameters);
        return snapshots(
                call,
                market.options(underlying).stream()
                        .map(OptionListing::symbol)
                        .filter(filter::passes)
                        .toList());
    }

    /// Some contracts.
    Answer snapshots(Call call) {
        return snapshots(call, listed(call));
    }

    /// The last quotes of some contracts.
    Answer latestQuotes(Call call) {
        feeds.options(call);
        JsonRow quotes = new JsonRow();
        listed(call)
                .forEach(contract -> quotes.optional(contract.toString(), quote(call, contract)));
        return Answer.of(new JsonRow().child("quotes", quotes.node()).node());
    }

    private Answer snapshots(Call call, List<OccSymbol> contracts) {
        Parameters parameters = call.parameters();
        feeds.options(call);
        int limit = parameters.limit("limit", STANDARD_LIMIT, HIGHEST_LIMIT);
        Page<OccSymbol> page = Page.cut(contracts, OccSymbol::toString, parameters, limit);
        JsonRow rows = new JsonRow();
        OptionSnapshots snapshots = new OptionSnapshots(market);
        page.items()
                .forEach(contract ->
                        rows.child(contract.toString(), snapshots.snapshot(contract, call.now())));
        return Answer.of(
                new JsonRow()
                        .text("next_page_token", page.next())
                        .child("snapshots", rows.node())
                        .node());
    }

    private List<OccSymbol> listed(Call call) {
        return Symbols.contracts(call.parameters()).stream()
                .filter(contract -> market.option(contract).isPresent())
                .toList();
    }

    private Optional<ObjectNode> quote(Call call, OccSymbol contract) {
        return market.optionQuote(contract, call.now()).map(QuoteRow::option);
    }
}
