package io.opspipeline.watchlist.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchlistRuleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    /// The setup is the whole score, so that a test can name it.
    private static final WatchlistRule RULE =
            new WatchlistRule(
                    new ScoreWeights(1, 0, 0, 0),
                    new ListLimits(60, 30, Duration.ofMinutes(30), 20));

    @ParameterizedTest(name = "score {0}: {1}")
    @DisplayName("A-45: a ticker enters from 60")
    @CsvSource({"59.99, false", "60, true", "100, true"})
    void entersFromSixty(double score, boolean enters) {
        assertThat(list(outside("NVDA", score))).hasSize(enters ? 1 : 0);
    }

    @ParameterizedTest(name = "score {0}, on the list {1} min: {2}")
    @DisplayName("A-45: it leaves below 30, but not before 30 minutes")
    @CsvSource({
        "30.00, 600, true",
        "29.99, 600, false",
        "29.99,  30, false",
        "29.99,  29, true",
        " 0.00,   0, true",
        "45.00,  31, true",
    })
    void leavesBelowThirty(double score, int minutes, boolean stays) {
        assertThat(list(inside("NVDA", score, minutes))).hasSize(stays ? 1 : 0);
    }

    @Test
    @DisplayName("A-46: rank is dense and unique, ties go by ticker, entered-at is kept")
    void ranksByScoreThenTicker() {
        assertThat(
                        list(
                                outside("MSFT", 70),
                                inside("TSLA", 40, 45),
                                outside("AAPL", 70),
                                outside("NVDA", 90)))
                .extracting(one -> one.rank() + " " + one.ticker() + " " + one.enteredAt())
                .containsExactly(
                        "1 NVDA " + NOW,
                        "2 AAPL " + NOW,
                        "3 MSFT " + NOW,
                        "4 TSLA " + NOW.minus(Duration.ofMinutes(45)));
    }

    @Test
    @DisplayName("A-45: at most 20; a full list waits until somebody leaves")
    void keepsThoseOnAFullList() {
        List<Candidate> all = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> all.add(inside("A" + i, 35, 60)));
        all.add(outside("NVDA", 99));
        assertThat(RULE.list(all, NOW)).hasSize(20).noneMatch(one -> is(one, "NVDA"));

        all.set(3, inside("A3", 20, 60));
        assertThat(RULE.list(all, NOW))
                .hasSize(20)
                .noneMatch(one -> is(one, "A3"))
                .first()
                .matches(one -> is(one, "NVDA"));
    }

    @Test
    @DisplayName("A-45: a ticker that the universe dropped leaves at once")
    void dropsWhatIsNoCandidate() {
        assertThat(RULE.list(List.of(), NOW)).isEmpty();
    }

    @Test
    @DisplayName("A-45, A-46: on random days nobody leaves early, and ranks are 1 to n")
    void holdsOnRandomDays() {
        Seeds.check(
                50,
                random -> {
                    Map<Ticker, Instant> on = new HashMap<>();
                    for (int step = 0; step < 78; step++) {
                        Instant asOf = NOW.plus(Duration.ofMinutes(5L * step));
                        List<Candidate> all =
                                IntStream.range(0, 30)
                                        .mapToObj(i -> Ticker.of("T" + i))
                                        .map(ticker ->
                                                candidate(
                                                        ticker,
                                                        random.nextInt(101),
                                                        Optional.ofNullable(on.get(ticker))))
                                        .toList();
                        List<Listed> list = RULE.list(all, asOf);
                        assertThat(list)
                                .extracting(Listed::rank)
                                .containsExactlyElementsOf(
                                        IntStream.rangeClosed(1, list.size()).boxed().toList());
                        assertThat(list).hasSizeLessThanOrEqualTo(20);
                        assertThat(list).extracting(Listed::ticker).containsAll(young(on, asOf));
                        on.clear();
                        list.forEach(one -> on.put(one.ticker(), one.enteredAt()));
                    }
                });
    }

    private static List<Ticker> young(Map<Ticker, Instant> on, Instant asOf) {
        return on.entrySet().stream()
                .filter(entry -> asOf.isBefore(entry.getValue().plus(Duration.ofMinutes(30))))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Listed> list(Candidate... candidates) {
        return RULE.list(List.of(candidates), NOW);
    }

    private static boolean is(Listed one, String ticker) {
        return one.ticker().symbol().equals(ticker);
    }

    private static Candidate outside(String ticker, double score) {
        return candidate(Ticker.of(ticker), score, Optional.empty());
    }

    private static Candidate inside(String ticker, double score, int minutes) {
        Instant since = NOW.minus(Duration.ofMinutes(minutes));
        return candidate(Ticker.of(ticker), score, Optional.of(since));
    }

    private static Candidate candidate(Ticker ticker, double score, Optional<Instant> enteredAt) {
        return new Candidate(ticker, new ScoreParts(score / 100, 0, 0, 0), enteredAt);
    }
}
