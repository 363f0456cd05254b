package io.opspipeline.exchange.market.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.market.Market;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReproducibilityTest {

    private static final List<Ticker> ASKED =
            List.of(Ticker.of("AMD"), Ticker.of("DIS"), Ticker.of("GE"));

    @Test
    @DisplayName("A-127: the same seed answers the same, in any order of questions")
    void answersDoNotDependOnTheOrderOfQuestions() {
        Map<String, Object> expected = answers(GeneratedMarket.active(1), 0);
        assertThat(answers(GeneratedMarket.active(1), 7)).isEqualTo(expected);
        assertThat(answers(GeneratedMarket.active(1), 8)).isEqualTo(expected);
    }

    @Test
    void answersDoNotDependOnTheOtherTickers() {
        List<ListedStock> alone =
                ASKED.stream().map(ticker -> DefaultListings.of(ticker).orElseThrow()).toList();
        GeneratedMarket subset =
                GeneratedMarket.active(1, GeneratedMarket.DEFAULT_DAY, alone.reversed());
        assertThat(answers(subset, 0)).isEqualTo(answers(GeneratedMarket.active(1), 0));
    }

    @Test
    void answersDoNotDependOnThreads() {
        Market market = GeneratedMarket.active(1);
        Map<String, Object> expected = answers(GeneratedMarket.active(1), 0);
        List<Map<String, Object>> seen =
                IntStream.range(0, 4).parallel().mapToObj(i -> answers(market, i)).toList();
        assertThat(seen).allMatch(expected::equals);
    }

    @Test
    void anotherSeedIsAnotherDay() {
        Map<String, Object> first = answers(GeneratedMarket.active(1), 0);
        Map<String, Object> second = answers(GeneratedMarket.active(2), 0);
        Map<String, Object> calm = answers(GeneratedMarket.zeroDrift(1), 0);
        assertThat(first.keySet().stream().filter(key -> key.startsWith("bar")))
                .isNotEmpty()
                .allSatisfy(key -> {
                    assertThat(second.get(key)).isNotEqualTo(first.get(key));
                    assertThat(calm.get(key)).isNotEqualTo(first.get(key));
                });
    }

    /// Everything about some stocks, asked for in an order that follows from a number.
    private static Map<String, Object> answers(Market market, long order) {
        Map<String, Supplier<Object>> questions = new TreeMap<>();
        Observed observed = new Observed(market);
        for (Ticker ticker : ASKED) {
            Instant from = market.priorSessions().getFirst().open();
            questions.put(
                    "bars " + ticker, () -> bars(market.bars(ticker, from, observed.close())));
            for (int minute = 0; minute <= 390; minute += 130) {
                Instant at = observed.minute(minute).plusSeconds(35);
                questions.put("stock " + ticker + minute, () -> market.stockQuote(ticker, at));
                questions.put("chain " + ticker + minute, () -> chain(observed, ticker, at));
            }
        }
        List<String> names = new ArrayList<>(questions.keySet());
        Collections.shuffle(names, new Random(order));
        Map<String, Object> answers = new TreeMap<>();
        names.forEach(name -> answers.put(name, questions.get(name).get()));
        return answers;
    }

    private static List<Object> bars(List<Bar> bars) {
        return List.copyOf(bars);
    }

    private static List<Object> chain(Observed observed, Ticker ticker, Instant at) {
        Market market = observed.market();
        return observed.symbols(ticker).stream()
                .<Object>map(symbol ->
                        List.of(
                                symbol,
                                observed.quote(symbol, at),
                                market.optionVolume(symbol, at),
                                market.openInterest(symbol)))
                .toList();
    }
}
