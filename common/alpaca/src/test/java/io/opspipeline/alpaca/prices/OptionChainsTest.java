package io.opspipeline.alpaca.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.opspipeline.alpaca.Bench;
import io.opspipeline.alpaca.FakeAlpaca;
import io.opspipeline.alpaca.FakeAlpaca.Answer;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.ListedContract;
import io.opspipeline.domain.market.OptionSnapshot;
import io.opspipeline.domain.market.QuoteFault;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.money.Price;
import io.opspipeline.ports.market.ChainWindow;
import io.opspipeline.ports.market.OptionChains;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OptionChainsTest {

    private static final ChainWindow WINDOW =
            new ChainWindow(
                    Ticker.of("AAPL"),
                    LocalDate.of(2026, 1, 9),
                    LocalDate.of(2026, 2, 4),
                    Optional.of(Right.CALL),
                    Price.of("240"),
                    Price.of("262.5"));

    private final FakeAlpaca alpaca = new FakeAlpaca();
    private final Bench bench = Bench.on(alpaca);
    private final OptionChains chains = bench.clients.optionChains();

    @AfterEach
    void close() {
        bench.close();
        alpaca.close();
    }

    @Test
    @DisplayName("ADJUSTED-ROOT, NON-100-MULTIPLIER: adjusted contracts are listed as not standard")
    void listsEveryPage() {
        alpaca.on(
                "/v2/options/contracts",
                Answer.of(
                        200,
                        """
                        {'option_contracts':[{'symbol':'AAPL260116C00250000','underlying_symbol':'AAPL','tradable':true,'multiplier':'100','size':'100','ppind':true,'open_interest':null},
                         {'symbol':'AAPL1260116C00250000','underlying_symbol':'AAPL','tradable':true,'multiplier':'100','size':'150'}],'next_page_token':'p2'}
                        """),
                Answer.of(
                        200,
                        """
                        {'option_contracts':[{'symbol':'AAPL260116C00245000','underlying_symbol':'AAPL','tradable':true,'multiplier':'100','size':'100','open_interest':'237'},{'symbol':'?'}]}
                        """));
        assertThat(chains.listed(WINDOW))
                .extracting(
                        contract -> contract.symbol().toString(),
                        ListedContract::isStandard,
                        ListedContract::pennyProgram)
                .containsExactlyInAnyOrder(
                        tuple("AAPL1260116C00250000", false, false),
                        tuple("AAPL260116C00245000", true, false),
                        tuple("AAPL260116C00250000", true, true));
        assertThat(alpaca.queries())
                .first()
                .isEqualTo(
                        "expiration_date_gte=2026-01-09&expiration_date_lte=2026-02-04&strike_price_gte=240.00&strike_price_lte=262.50&type=call&underlying_symbols=AAPL&status=active&limit=10000");
    }

    @Test
    @DisplayName("CHAIN-TRUNCATED-PAGINATION, GREEKS-MISSING: every page, no member required")
    void showsEveryPageOfTheChain() {
        alpaca.on(
                "/v1beta1/options/snapshots/AAPL",
                Answer.of(200, "{'snapshots':{'AAPL260116C00250000':{}},'next_page_token':'p2'}"),
                Answer.of(
                        200,
                        "{'snapshots':{'AAPL260116C00245000':{'latestQuote':{'t':'2026-01-05T14:59:59Z','bp':1,'ap':1.1,'bs':3,'as':4},'greeks':{'delta':0.5}}},'next_page_token':null}"));
        assertThat(chains.snapshots(WINDOW))
                .extracting(snapshot -> snapshot.symbol().toString(), OptionSnapshot::feedGreeks)
                .containsExactly(
                        tuple("AAPL260116C00245000", Map.of("delta", 0.5)),
                        tuple("AAPL260116C00250000", Map.of()));
        assertThat(alpaca.queries()).allMatch(query -> query.contains("feed=opra&limit=1000"));
    }

    @Test
    void asksForQuotesInGroupsOfAHundred() {
        alpaca.on("/v1beta1/options/quotes/latest", "{'quotes':{}}");
        var contracts =
                IntStream.rangeClosed(1, 250)
                        .mapToObj(i -> OccSymbol.parse("AAPL260116C%08d".formatted(i * 1000)))
                        .collect(Collectors.toSet());
        assertThat(chains.quotes(contracts))
                .hasSize(250)
                .containsValue(
                        new QuoteReading.Unusable(QuoteFault.MISSING, bench.clock.instant()));
        assertThat(alpaca.queries())
                .extracting(query -> query.split(",", -1).length)
                .containsExactly(100, 100, 50);
    }
}
