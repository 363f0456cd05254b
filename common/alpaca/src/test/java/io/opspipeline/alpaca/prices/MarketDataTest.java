package io.opspipeline.alpaca.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.alpaca.Bench;
import io.opspipeline.alpaca.FakeAlpaca;
import io.opspipeline.alpaca.FakeAlpaca.Answer;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.Split;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MarketDataTest {

    private static final Ticker AAPL = Ticker.of("AAPL");
    private static final Ticker NVDA = Ticker.of("NVDA");
    private static final Instant NOON = Instant.parse("2026-01-05T14:58:00Z");
    private static final String BARS = "/v2/stocks/bars";
    private static final Answer BAD_SYMBOL = Answer.of(400, "{'message':'invalid symbol: BRK.XX'}");

    private final FakeAlpaca alpaca = new FakeAlpaca();
    private final Bench bench = Bench.on(alpaca);
    private final MarketData prices = bench.clients.marketData();

    @AfterEach
    void close() {
        bench.close();
        alpaca.close();
    }

    @Test
    @DisplayName("A-34: reads every page, sorted by symbol at Alpaca, and shows no running bar")
    void readsEveryPageOfBars() {
        alpaca.on(
                BARS,
                Answer.of(200, page("AAPL", "14:58", "'p2'")),
                Answer.of(200, page("AAPL", "14:59", "'p3'")),
                Answer.of(200, page("NVDA", "14:58", "'p4'")),
                Answer.of(200, page("NVDA", "15:00", "null")));

        Map<Ticker, List<Bar>> bars = prices.bars(Set.of(NVDA, AAPL), NOON, NOON.plusSeconds(600));

        assertThat(bars).containsOnlyKeys(AAPL, NVDA);
        assertThat(bars.get(AAPL))
                .extracting(Bar::start)
                .containsExactly(NOON, NOON.plusSeconds(60));
        assertThat(bars.get(NVDA))
                .containsExactly(
                        new Bar(
                                NVDA,
                                NOON,
                                Price.of("10"),
                                Price.of("11"),
                                Price.of("9.5"),
                                Price.of("10.5"),
                                7));
        assertThat(alpaca.queries())
                .first()
                .isEqualTo(
                        "timeframe=1Min&start=2026-01-05T14:58:00Z&end=2026-01-05T15:07:59.999999999Z&limit=10000&adjustment=raw&feed=sip&sort=asc&symbols=AAPL,NVDA");
        assertThat(alpaca.queries().subList(1, 4))
                .extracting(query -> query.substring(query.lastIndexOf('=') + 1))
                .containsExactly("p2", "p3", "p4");
    }

    @Test
    @DisplayName("A-33: one bad symbol never fails the others")
    void leavesOutABadSymbol() {
        alpaca.on(BARS, BAD_SYMBOL, Answer.of(200, page("AAPL", "14:58", "null")), BAD_SYMBOL);
        assertThat(prices.bars(Set.of(AAPL, Ticker.of("BRK.XX")), NOON, NOON.plusSeconds(60)))
                .containsOnlyKeys(AAPL);
        assertThat(alpaca.queries())
                .extracting(query -> query.substring(query.lastIndexOf('=') + 1))
                .containsExactly("AAPL,BRK.XX", "AAPL", "BRK.XX");
    }

    @Test
    void doesNotHalveForAnotherFault() {
        alpaca.on(BARS, Answer.of(400, "{'message':'end should not be before start'}"));
        assertThatThrownBy(() -> prices.bars(Set.of(AAPL, NVDA), NOON, NOON.plusSeconds(60)))
                .isInstanceOf(BrokerUnavailable.class);
        assertThat(alpaca.asked()).hasSize(1);
    }

    @Test
    @DisplayName("CHAIN-TRUNCATED-PAGINATION: a token that comes again is no end")
    void refusesATokenThatComesAgain() {
        alpaca.on(BARS, page("AAPL", "14:58", "'p2'"));
        assertThatThrownBy(() -> prices.bars(Set.of(AAPL), NOON, NOON.plusSeconds(60)))
                .hasMessageContaining("page token comes again");
    }

    @Test
    void asksNothingAboutNothing() {
        assertThat(prices.bars(Set.of(), NOON, NOON.plusSeconds(60))).isEmpty();
        assertThat(prices.bars(Set.of(AAPL), NOON, NOON)).isEmpty();
        assertThat(prices.snapshots(Set.of())).isEmpty();
        assertThat(alpaca.asked()).isEmpty();
    }

    @Test
    void showsSnapshotsOfThoseThatTheFeedKnows() {
        alpaca.on(
                "/v2/stocks/snapshots",
                "{'AAPL':{'latestTrade':{'t':'2026-01-05T14:59:00Z','p':10.5}},'NVDA':null}");
        assertThat(prices.snapshots(Set.of(AAPL, NVDA)))
                .containsOnlyKeys(AAPL)
                .hasEntrySatisfying(
                        AAPL,
                        snapshot -> {
                            assertThat(snapshot.lastPrice()).contains(Price.of("10.5"));
                            assertThat(snapshot.reading().seenAt())
                                    .isEqualTo(bench.clock.instant());
                        });
    }

    @Test
    @DisplayName("SPLIT-OVERNIGHT: forward and reverse splits by their first day at the new price")
    void readsSplits() {
        alpaca.on(
                "/v1/corporate-actions",
                """
                {'corporate_actions':{'forward_splits':[{'symbol':'NVDA','ex_date':'2026-01-05','old_rate':1,'new_rate':10},{'symbol':'NVDA','ex_date':'2025-01-05','old_rate':1,'new_rate':2}],
                 'reverse_splits':[{'symbol':'AAPL','ex_date':'2026-01-02','old_rate':20,'new_rate':1}],'name_changes':[{}]},'next_page_token':null}
                """);
        LocalDate first = LocalDate.of(2026, 1, 1);
        assertThat(prices.splits(Set.of(AAPL, NVDA), first, first.plusDays(9)))
                .containsExactly(
                        new Split(AAPL, first.plusDays(1), new BigDecimal(20), BigDecimal.ONE),
                        new Split(NVDA, first.plusDays(4), BigDecimal.ONE, BigDecimal.TEN));
    }

    @Test
    @DisplayName("DELISTED-UNDERLYING: only what is active, tradable and has options")
    void knowsWhatHasOptions() {
        alpaca.on(
                "/v2/assets",
                """
                [{'symbol':'AAPL','status':'active','tradable':true,'attributes':['has_options','new_thing']},
                 {'symbol':'NVDA','status':'active','tradable':false,'attributes':['has_options']},
                 {'symbol':'SPY','status':'active','tradable':true,'attributes':['options_enabled']}]
                """);
        assertThat(prices.optionable(Set.of(AAPL, NVDA))).containsExactly(AAPL);
    }

    @Test
    @DisplayName("EARLY-CLOSE-DAY-EXPIRY: the broker's sessions, early closes among them")
    void readsTheCalendar() {
        alpaca.on(
                "/v2/calendar",
                Answer.of(
                        200,
                        "[{'date':'2025-11-26','open':'09:30','close':'16:00'},{'date':'2025-11-28','open':'0930','close':'1300'}]"),
                Answer.of(200, "[{'date':'2025-11-26','open':'09:30','close':''}]"));
        LocalDate day = LocalDate.of(2025, 11, 26);
        var calendar = bench.clients.calendar();

        assertThat(calendar.sessions(day, day.plusDays(2)))
                .containsExactly(Session.regular(day), Session.early(day.plusDays(2)));
        assertThatThrownBy(() -> calendar.sessions(day, day.plusDays(2)))
                .as("a row left out would look like a holiday")
                .isInstanceOf(BrokerUnavailable.class);
    }

    private static String page(String symbol, String time, String token) {
        return "{'bars':{'%s':[{'t':'2026-01-05T%s:00Z','o':10,'h':11,'l':9.5,'c':10.5,'v':7}]},'next_page_token':%s}"
                .formatted(symbol, time, token);
    }
}
