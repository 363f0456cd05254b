package io.opspipeline.alpaca.data;

import io.opspipeline.alpaca.http.AlpacaHost;
import io.opspipeline.alpaca.http.Query;
import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireContract;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireQuote;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.ListedContract;
import io.opspipeline.domain.market.OptionSnapshot;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.money.Price;
import io.opspipeline.ports.market.ChainWindow;
import io.opspipeline.ports.market.OptionChains;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Option contracts and their quotes, from Alpaca.
public final class AlpacaOptionChains implements OptionChains {

    private static final Logger LOG = LoggerFactory.getLogger(AlpacaOptionChains.class);

    private static final int CONTRACTS_PER_PAGE = 10_000;
    private static final int SNAPSHOTS_PER_PAGE = 1_000;
    private static final int SYMBOLS_PER_REQUEST = 100;

    private final AlpacaHost data;
    private final AlpacaHost trading;
    private final String feed;
    private final Clock clock;

    /// @param data the data host
    /// @param trading the trading host of the market-data account, for the contract list
    /// @param feed such as `opra`
    /// @param clock when answers are seen
    public AlpacaOptionChains(AlpacaHost data, AlpacaHost trading, String feed, Clock clock) {
        this.data = data;
        this.trading = trading;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public List<ListedContract> listed(ChainWindow window) {
        List<ListedContract> contracts = new ArrayList<>();
        Query query =
                window(window)
                        .with("underlying_symbols", window.underlying().symbol())
                        .with("status", "active")
                        .with("limit", CONTRACTS_PER_PAGE);
        Pages.each(
                trading,
                "/v2/options/contracts",
                query,
                page -> page.rows("option_contracts").forEach(row -> add(row, contracts)));
        contracts.sort(Comparator.comparing(ListedContract::symbol));
        return List.copyOf(contracts);
    }

    @Override
    public List<OptionSnapshot> snapshots(ChainWindow window) {
        Map<OccSymbol, OptionSnapshot> snapshots = new TreeMap<>();
        SnapshotWords words = new SnapshotWords(clock.instant());
        Query query = window(window).with("feed", feed).with("limit", SNAPSHOTS_PER_PAGE);
        Pages.each(
                data,
                "/v1beta1/options/snapshots/" + window.underlying().symbol(),
                query,
                page -> page.object("snapshots").ifPresent(all -> words.addAll(all, snapshots)));
        return List.copyOf(snapshots.values());
    }

    @Override
    public Map<OccSymbol, QuoteReading> quotes(Set<OccSymbol> contracts) {
        Map<OccSymbol, QuoteReading> readings = new TreeMap<>();
        List<OccSymbol> sorted = contracts.stream().sorted().toList();
        for (int from = 0; from < sorted.size(); from += SYMBOLS_PER_REQUEST) {
            addQuotes(
                    sorted.subList(from, Math.min(from + SYMBOLS_PER_REQUEST, sorted.size())),
                    readings);
        }
        return readings;
    }

    @Override
    public String feed() {
        return feed;
    }

    private void addQuotes(List<OccSymbol> group, Map<OccSymbol, QuoteReading> readings) {
        String symbols = group.stream().map(OccSymbol::toString).collect(Collectors.joining(","));
        Query query = Query.NONE.with("symbols", symbols).with("feed", feed);
        String path = "/v1beta1/options/quotes/latest";
        WireNode answer = Pages.read(data.get(path, query), path);
        for (OccSymbol symbol : group) {
            var quote =
                    answer.object("quotes")
                            .flatMap(quotes -> quotes.object(symbol.toString()))
                            .map(WireQuote::from);
            readings.put(symbol, QuoteWords.reading(quote, clock.instant()));
        }
    }

    private static Query window(ChainWindow window) {
        return Query.NONE
                .with("expiration_date_gte", window.firstExpiry())
                .with("expiration_date_lte", window.lastExpiry())
                .with("type", window.right().map(right -> right == Right.CALL ? "call" : "put"))
                .with("strike_price_gte", plain(window.lowestStrike()))
                .with("strike_price_lte", plain(window.highestStrike()));
    }

    private static String plain(Price price) {
        return price.perShare().stripTrailingZeros().toPlainString();
    }

    private static void add(WireNode row, List<ListedContract> contracts) {
        Translation.of(() -> contract(WireContract.from(row)))
                .orSkipped(LOG, row)
                .ifPresent(contracts::add);
    }

    /// A contract that is not 100 shares by either of its two numbers is told apart by them.
    private static ListedContract contract(WireContract row) {
        int multiplier = Translation.need(row.multiplier(), "multiplier");
        int size = row.size().orElse(multiplier);
        return new ListedContract(
                OccSymbol.parse(Translation.need(row.symbol(), "symbol")),
                new Ticker(Translation.need(row.underlying(), "underlying_symbol")),
                size == multiplier ? multiplier : size,
                row.tradable().orElse(false),
                row.pennyProgram().orElse(false),
                row.openInterest());
    }
}
