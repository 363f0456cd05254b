package io.opspipeline.alpaca.prices;

import io.opspipeline.alpaca.http.Request;
import io.opspipeline.alpaca.http.RequestSender;
import io.opspipeline.alpaca.translation.ContractRow;
import io.opspipeline.alpaca.translation.OptionSnapshotRow;
import io.opspipeline.alpaca.translation.QuoteRow;
import io.opspipeline.alpaca.wire.WireContract;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireOptionSnapshot;
import io.opspipeline.alpaca.wire.WireQuote;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.ListedContract;
import io.opspipeline.domain.market.OptionSnapshot;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.ports.market.ChainWindow;
import io.opspipeline.ports.market.OptionChains;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Contracts from the trading API, their quotes from the data API.
///
/// @param prices asks the data API
/// @param listings asks the trading API
/// @param feed such as `opra`
/// @param clock says when something was seen
public record AlpacaOptionChains(
        RequestSender prices, RequestSender listings, String feed, Clock clock)
        implements OptionChains {

    private static final Logger LOG = LoggerFactory.getLogger(AlpacaOptionChains.class);
    private static final String LARGEST_LIST = "10000";
    private static final String LARGEST_CHAIN = "1000";

    @Override
    public List<ListedContract> listed(ChainWindow window) {
        Request request =
                within(window, Request.get("/v2/options/contracts"))
                        .with("underlying_symbols", window.underlying().symbol())
                        .with("status", "active")
                        .with("limit", LARGEST_LIST);
        return Pages.all(listings, request).stream()
                .flatMap(page -> page.rows("option_contracts").stream())
                .flatMap(row ->
                        ContractRow.translate(WireContract.from(row)).orSkipped(LOG, row).stream())
                .sorted(Comparator.comparing(ListedContract::symbol))
                .toList();
    }

    @Override
    public List<OptionSnapshot> snapshots(ChainWindow window) {
        Instant seenAt = clock.instant();
        String path = "/v1beta1/options/snapshots/" + window.underlying();
        Request request =
                within(window, Request.get(path)).with("feed", feed).with("limit", LARGEST_CHAIN);
        Map<OccSymbol, OptionSnapshot> found = new TreeMap<>();
        for (WireNode page : Pages.all(prices, request)) {
            page.object("snapshots")
                    .map(WireNode::members)
                    .orElse(new TreeMap<>())
                    .forEach((symbol, row) ->
                            contract(symbol)
                                    .map(contract ->
                                            OptionSnapshotRow.translate(
                                                    contract, WireOptionSnapshot.from(row), seenAt))
                                    .ifPresent(one -> found.put(one.symbol(), one)));
        }
        return List.copyOf(found.values());
    }

    @Override
    public Map<OccSymbol, QuoteReading> quotes(Set<OccSymbol> contracts) {
        Instant seenAt = clock.instant();
        Request request = Request.get("/v1beta1/options/quotes/latest").with("feed", feed);
        Map<String, WireQuote> rows = new TreeMap<>();
        for (WireNode page : new SymbolGroups(prices).ask(request, contracts)) {
            page.object("quotes")
                    .map(WireNode::members)
                    .orElse(new TreeMap<>())
                    .forEach((symbol, row) -> rows.put(symbol, WireQuote.from(row)));
        }
        Map<OccSymbol, QuoteReading> quotes = new TreeMap<>();
        contracts.forEach(contract -> {
            var row = Optional.ofNullable(rows.get(contract.toString()));
            quotes.put(contract, QuoteRow.translate(row, seenAt));
        });
        return quotes;
    }

    private static Request within(ChainWindow window, Request request) {
        return request.with("expiration_date_gte", window.firstExpiry().toString())
                .with("expiration_date_lte", window.lastExpiry().toString())
                .with("strike_price_gte", window.lowestStrike().toString())
                .with("strike_price_lte", window.highestStrike().toString())
                .with("type", window.right().map(right -> right.name().toLowerCase(Locale.ROOT)));
    }

    private static Optional<OccSymbol> contract(String symbol) {
        Optional<OccSymbol> contract = OccSymbol.tryParse(symbol);
        if (contract.isEmpty()) {
            LOG.warn("snapshot skipped: '{}' is no OCC symbol", symbol);
        }
        return contract;
    }
}
