package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.venue.RefusalReason;
import io.opspipeline.exchange.wire.http.Answer;
import io.opspipeline.exchange.wire.http.Call;
import io.opspipeline.exchange.wire.http.Parameters;
import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.json.JsonRow;
import io.opspipeline.exchange.wire.listing.ContractFilter;
import io.opspipeline.exchange.wire.listing.Page;
import io.opspipeline.exchange.wire.listing.Symbols;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/// Answers what is asked about contracts as things to trade, by symbol. Without an expiry filter
/// only those show that expire before the coming weekend is over, as at Alpaca.
///
/// @param market what is traded
record ContractList(Market market) {

    private static final int STANDARD_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 10_000;

    Answer all(Call call) {
        Parameters parameters = call.parameters();
        int limit = parameters.limit("limit", STANDARD_LIMIT, HIGHEST_LIMIT);
        Page<OptionListing> page =
                Page.cut(listings(call), listing -> listing.symbol().toString(), parameters, limit);
        return Answer.of(
                new JsonRow()
                        .child(
                                "option_contracts",
                                Json.array(page.items().stream().map(this::row).toList()))
                        .text("next_page_token", page.next())
                        .node());
    }

    Answer one(Call call) {
        return OccSymbol.tryParse(call.subject())
                .flatMap(market::option)
                .map(listing -> Answer.of(row(listing)))
                .orElseGet(() ->
                        Answer.refusal(
                                RefusalReason.ASSET_NOT_FOUND.says(
                                        "option contract " + call.subject() + " not found")));
    }

    private List<OptionListing> listings(Call call) {
        Parameters parameters = call.parameters();
        Predicate<OptionListing> wanted = wanted(parameters);
        ContractFilter filter = ContractFilter.of(parameters).byDefaultUntil(weekend(call));
        return underlyings(parameters).stream()
                .flatMap(ticker -> market.options(ticker).stream())
                .filter(listing -> filter.passes(listing.symbol()))
                .filter(wanted)
                .toList();
    }

    private static Predicate<OptionListing> wanted(Parameters parameters) {
        boolean active = parameters.word("status", "active", "inactive").equals("active");
        boolean american = parameters.word("style", "american", "european").equals("american");
        return parameters
                .flag("ppind")
                .<Predicate<OptionListing>>map(penny -> listing -> listing.pennyProgram() == penny)
                .orElse(_ -> true)
                .and(_ -> active && american);
    }

    private Collection<Ticker> underlyings(Parameters parameters) {
        Collection<String> named = parameters.list("underlying_symbols");
        return named.isEmpty()
                ? market.tickers()
                : named.stream().map(text -> Symbols.ticker(parameters, text)).toList();
    }

    private static LocalDate weekend(Call call) {
        return NewYork.dateOf(call.now()).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    private ObjectNode row(OptionListing listing) {
        LocalDate before = SessionCalendar.nyse().previous(market.session().date()).date();
        return ContractRow.of(listing, market.openInterest(listing.symbol()), before);
    }
}
