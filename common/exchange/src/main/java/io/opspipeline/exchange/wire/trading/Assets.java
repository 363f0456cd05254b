package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.venue.RefusalReason;
import io.opspipeline.exchange.wire.http.Answer;
import io.opspipeline.exchange.wire.http.Call;
import io.opspipeline.exchange.wire.http.Parameters;
import io.opspipeline.exchange.wire.json.Json;
import java.util.Collection;
import java.util.List;

/// Answers what is asked about stocks as things to trade. All are active US equities.
///
/// @param market what is traded
record Assets(Market market) {

    Answer all(Call call) {
        Parameters parameters = call.parameters();
        boolean wanted =
                parameters.word("status", "active", "inactive").equals("active")
                        && parameters
                                .word("asset_class", "us_equity", "us_option", "crypto")
                                .equals("us_equity")
                        && parameters.text("exchange").map(AssetRow.EXCHANGE::equals).orElse(true);
        Collection<String> anyOf = parameters.list("attributes");
        List<Ticker> tickers = wanted ? List.copyOf(market.tickers()) : List.of();
        return Answer.of(
                Json.array(
                        tickers.stream()
                                .filter(ticker -> anyOf.isEmpty() || hasAny(ticker, anyOf))
                                .map(ticker -> AssetRow.of(ticker, attributes(ticker)))
                                .toList()));
    }

    Answer one(Call call) {
        String wanted = call.subject();
        return market.tickers().stream()
                .filter(ticker ->
                        wanted.equals(ticker.symbol())
                                || wanted.equals(AssetIds.of(ticker.symbol())))
                .findFirst()
                .map(ticker -> Answer.of(AssetRow.of(ticker, attributes(ticker))))
                .orElseGet(() ->
                        Answer.refusal(
                                RefusalReason.ASSET_NOT_FOUND.says(
                                        "asset not found for " + wanted)));
    }

    private boolean hasAny(Ticker ticker, Collection<String> anyOf) {
        return attributes(ticker).stream().anyMatch(anyOf::contains);
    }

    private List<String> attributes(Ticker ticker) {
        return market.options(ticker).isEmpty() ? List.of() : List.of("has_options");
    }
}
