package io.opspipeline.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.Bar;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

@TestInstance(Lifecycle.PER_CLASS)
class DataApiTest {

    private RunningExchange exchange;

    @BeforeAll
    void open() {
        exchange = new RunningExchange();
    }

    @AfterAll
    void close() {
        exchange.close();
    }

    @Test
    void showsClosedBarsOnly() {
        exchange.venue.advanceTo(exchange.minute(12).plusSeconds(30));

        JsonNode bars =
                exchange.large
                        .get(
                                "/v2/stocks/bars?symbols=AAPL&timeframe=1Min&start="
                                        + exchange.minute(0))
                        .at("/bars/AAPL");

        assertThat(starts(bars))
                .isEqualTo(
                        exchange
                                .market
                                .bars(RunningExchange.AAPL, exchange.minute(0), exchange.minute(12))
                                .stream()
                                .map(Bar::start)
                                .toList())
                .hasSize(12);
    }

    @Test
    void pagesBarsBySymbolAndThenTime() {
        String path =
                "/v2/stocks/bars?symbols=SPY,AAPL,NOPE&timeframe=1Min&limit=7&end=%s&start=%s"
                        .formatted(exchange.minute(8), exchange.minute(0));

        List<String> keys =
                exchange.large.pages(path).stream().flatMap(DataApiTest::barKeys).toList();

        assertThat(keys).hasSize(18).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void addsDaysUpFromMinutes() {
        JsonNode days =
                exchange.large
                        .get("/v2/stocks/bars?symbols=AAPL&timeframe=1Day&start=2025-01-01")
                        .at("/bars/AAPL");

        assertThat(days).hasSize(1 + exchange.market.priorSessions().size());
        assertThat(days.get(0).get("t").asString()).endsWith("T04:00:00Z");
    }

    @Test
    void refusesTheWholeRequestForOneMalformedSymbol() {
        Client.Reply reply = exchange.large.get("/v2/stocks/bars?symbols=AAPL,BRK-B");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).isEqualTo("{\"message\":\"invalid symbol: BRK-B\"}");
    }

    @Test
    void answersNothingForAnUnknownSymbol() {
        Client.Reply reply = exchange.large.get("/v2/stocks/bars?symbols=NOPE");

        assertThat(reply.text())
                .isEqualTo("{\"bars\":{},\"next_page_token\":null,\"currency\":\"USD\"}");
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(
                        List.of(
                                "/v2/stocks/bars",
                                "/v2/stocks/bars?symbols=AAPL&limit=0",
                                "/v2/stocks/bars?symbols=AAPL&limit=many",
                                "/v2/stocks/bars?symbols=AAPL&start=yesterday",
                                "/v2/stocks/bars?symbols=AAPL&timeframe=7Min",
                                "/v2/stocks/bars?symbols=AAPL&page_token=mine",
                                "/v2/stocks/snapshots?symbols=AAPL&feed=best",
                                "/v1beta1/options/snapshots/AAPL?type=straddle",
                                "/v1beta1/options/quotes/latest?symbols=AAPL"))
                .allSatisfy(path -> assertThat(exchange.large.get(path).status()).isEqualTo(400));
    }

    @Test
    void showsStocksAsABareMap() {
        JsonNode snapshots = exchange.large.get("/v2/stocks/snapshots?symbols=AAPL,NOPE").json();

        assertThat(snapshots.propertyNames()).containsExactly("AAPL");
        assertThat(snapshots.get("AAPL").propertyNames())
                .containsExactly(
                        "dailyBar", "latestQuote", "latestTrade", "minuteBar", "prevDailyBar");
    }

    @Test
    void showsTheLatestOfEachKind() {
        assertThat(
                        List.of(
                                number("/v2/stocks/quotes/latest?symbols=SPY", "/quotes/SPY/ap"),
                                number("/v2/stocks/bars/latest?symbols=SPY", "/bars/SPY/c"),
                                number("/v2/stocks/trades/latest?symbols=SPY", "/trades/SPY/p")))
                .allSatisfy(price -> assertThat(price).isBetween(400.0, 800.0));
    }

    @Test
    void pagesAChainThroughItsFilters() {
        String path = "/v1beta1/options/snapshots/AAPL?feed=opra&type=put&limit=1000";

        List<OccSymbol> seen =
                exchange.large.pages(path).stream()
                        .flatMap(page -> page.get("snapshots").propertyNames().stream())
                        .map(OccSymbol::parse)
                        .toList();

        assertThat(seen)
                .isEqualTo(
                        exchange.market.options(RunningExchange.AAPL).stream()
                                .map(listing -> listing.symbol())
                                .filter(symbol -> symbol.right().letter() == 'P')
                                .sorted()
                                .toList());
    }

    @Test
    void showsTheQuoteOfAContract() {
        OccSymbol contract = exchange.contract();

        JsonNode quote =
                exchange.large
                        .get("/v1beta1/options/quotes/latest?symbols=" + contract)
                        .at("/quotes/" + contract);
        JsonNode snapshot =
                exchange.large
                        .get("/v1beta1/options/snapshots?symbols=" + contract)
                        .at("/snapshots/" + contract);

        assertThat(quote.get("bp").decimalValue())
                .isEqualByComparingTo(exchange.quote(contract).bid());
        assertThat(snapshot.get("latestQuote")).isEqualTo(quote);
        assertThat(snapshot.at("/prevDailyBar/v").asLong())
                .isEqualTo(exchange.market.previousOptionVolume(contract).orElse(0));
    }

    @Test
    @DisplayName("A market without corporate actions answers an empty page")
    void hasNoCorporateActions() {
        assertThat(exchange.large.get("/v1/corporate-actions?symbols=AAPL").text())
                .isEqualTo("{\"corporate_actions\":{},\"next_page_token\":null}");
    }

    private static Stream<String> barKeys(JsonNode page) {
        return page.get("bars").properties().stream()
                .flatMap(symbol ->
                        symbol.getValue()
                                .valueStream()
                                .map(bar -> symbol.getKey() + " " + bar.get("t").asString()));
    }

    private double number(String path, String pointer) {
        return exchange.large.get(path).at(pointer).doubleValue();
    }

    private static List<Instant> starts(JsonNode bars) {
        return bars.valueStream().map(bar -> Instant.parse(bar.get("t").asString())).toList();
    }
}
