package io.opspipeline.dispatcher.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.dispatch.ContractCandidate;
import io.opspipeline.domain.gate.SkipCode;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractRuleTest {

    private final ContractRule rule = new ContractRule(Chains.FIGURES.limits);

    @Test
    @DisplayName("A-71: a swing takes 14 to 30 days at the money before 7 to 13")
    void prefersTheFarWindow() {
        Chains chain =
                swing().add(8, "100", "3.00", "3.05")
                        .add(22, "100", "3.40", "3.50")
                        .add(31, "100", "4.00", "4.05");
        assertThat(best(chain)).isEqualTo(chain.symbol(22, "100"));
    }

    @Test
    @DisplayName("A-71: the near window is tried when nothing passes in the far one")
    void fallsBackToTheNearWindow() {
        Chains chain = swing().add(8, "100", "3.00", "3.05").add(22, "100", "3.00", "4.00");
        assertThat(best(chain)).isEqualTo(chain.symbol(8, "100"));
        assertThat(rule.choose(chain.inputs()))
                .isInstanceOfSatisfying(
                        ContractChoice.Ranked.class,
                        ranked -> assertThat(ranked.candidates()).hasSize(2));
    }

    @Test
    @DisplayName("A-71: a day entry aims at delta .35, at most 1.5 % out of the money, both rights")
    void takesTheDayStrike() {
        Chains calls =
                new Chains(Strategy.DAY, Right.CALL)
                        .add(1, "99", "1.50", "1.55")
                        .add(1, "100", "0.80", "0.84")
                        .add(1, "101", "0.42", "0.45")
                        .add(1, "102", "0.30", "0.32");
        Chains puts =
                new Chains(Strategy.DAY, Right.PUT)
                        .add(1, "98", "0.30", "0.32")
                        .add(1, "99", "0.42", "0.45")
                        .add(1, "100", "0.80", "0.84")
                        .add(1, "101", "1.50", "1.55");
        assertThat(symbols(calls))
                .containsExactlyInAnyOrder(calls.symbol(1, "100"), calls.symbol(1, "101"));
        assertThat(symbols(puts))
                .containsExactlyInAnyOrder(puts.symbol(1, "99"), puts.symbol(1, "100"));
    }

    @Test
    @DisplayName("A-72: nothing listed in the window is NO_EXPIRY")
    void tellsWhenNothingIsListed() {
        assertThat(rule.choose(swing().add(45, "100", "3.00", "3.05").inputs()))
                .isEqualTo(new ContractChoice.None(SkipCode.NO_EXPIRY, List.of()));
    }

    @ParameterizedTest(name = "{0} x {1}, volume {2}, open {3}, size {4}: {5}")
    @DisplayName("A-74, incident 4: hard checks; an absent figure never passes as zero")
    @CsvSource({
        "3.00, 3.30, 1000, 100, 10, ''",
        "3.00, 3.32, 1000, 100, 10, SPREAD",
        "1.90, 2.10, 1000, 100, 10, SPREAD",
        "0.00, 3.00, 1000, 100, 10, BID",
        "3.00, 3.00, 1000, 100, 10, LOCKED",
        "3.00, 3.10, 1000, 100, 0, SIZE",
        "0.28, 0.29, 1000, 100, 10, PREMIUM",
        "3.00, 3.10, 200, 499, 10, LIQUIDITY",
        "3.00, 3.10, 201, 0, 1, ''",
        "3.00, 3.10, 200, 500, 10, ''",
        "3.00, 3.10, 200, 500, 9, LIQUIDITY",
        "3.00, 3.10, -1, 499, 10, LIQUIDITY"
    })
    void appliesHardChecks(
            String bid, String ask, long volume, int interest, int size, String failed) {
        Chains chain = swing().add(21, "100", bid, ask, volume, interest, size);
        assertThat(candidates(chain).getFirst().failedCheck().orElse("")).isEqualTo(failed);
    }

    @Test
    @DisplayName("A-74: stale quotes, strikes too far and contracts above the risk are refused")
    void refusesStaleFarAndDear() {
        Quote quote = new Quote(Price.of("3.00"), Price.of("3.10"), 10, 10);
        Chains stale = swing().add(21, "100", quote, 1000, 100, Duration.ofSeconds(61), 100);
        Chains far = swing().add(21, "94", "7.00", "7.10");
        Chains dear = swing().risk("300").add(21, "100", "3.00", "3.10");
        assertThat(candidates(stale).getFirst().failedCheck()).contains("STALE");
        assertThat(candidates(far).getFirst().failedCheck()).contains("STRIKE");
        assertThat(candidates(dear).getFirst().failedCheck()).contains("RISK");
    }

    @Test
    @DisplayName("A-74, fault STALE-QUOTE: a quote of another day that is repeated is stale")
    void refusesAQuoteOfAnotherDay() {
        Chains early =
                swing().quotedBeforeOpen(Duration.ofSeconds(1)).add(21, "100", "3.00", "3.10");
        Chains late = swing().quotedBeforeOpen(Duration.ZERO).add(21, "100", "3.00", "3.10");

        assertThat(candidates(early).getFirst().failedCheck()).contains("STALE");
        assertThat(candidates(late).getFirst().failedCheck()).isEmpty();
    }

    @Test
    @DisplayName("A-74: an adjusted contract is never looked at")
    void ignoresAdjustedContracts() {
        Quote quote = new Quote(Price.of("3.00"), Price.of("3.10"), 10, 10);
        Chains chain = swing().add(21, "100", quote, 1000, 100, Duration.ZERO, 150);
        assertThat(rule.choose(chain.inputs()))
                .isEqualTo(new ContractChoice.None(SkipCode.NO_EXPIRY, List.of()));
    }

    @Test
    @DisplayName("A-73: the score is spread 40, volume 30, delta 20 and strike 10")
    void scoresByFourParts() {
        ContractCandidate candidate =
                candidates(swing().add(21, "101", "2.94", "3.06", 600, 100, 10)).getFirst();
        ContractCandidate.Score score = candidate.score().orElseThrow();
        assertThat(score.spread()).isEqualTo(40 * (1 - 0.4), within(1e-9));
        assertThat(score.volume()).isEqualTo(22.5, within(1e-9));
        assertThat(score.delta()).isEqualTo(20);
        assertThat(score.strike()).isEqualTo(10 * (1 - 0.2), within(1e-9));
        assertThat(score.total()).isEqualTo(24 + 22.5 + 20 + 8, within(1e-9));
    }

    @Test
    @DisplayName("A-73: ties go to the nearer strike, the nearer expiry, the symbol")
    void breaksTies() {
        Chains chain = swing().add(22, "100", "3.00", "3.10").add(16, "100", "3.00", "3.10");
        assertThat(best(chain)).isEqualTo(chain.symbol(16, "100"));
    }

    @Test
    void putsWhatFitsTheRoomFirst() {
        Chains chain =
                swing().room("320").add(21, "100", "3.40", "3.42").add(21, "102", "2.50", "2.70");
        assertThat(best(chain)).isEqualTo(chain.symbol(21, "102"));
    }

    @Test
    @DisplayName("A-74: a quote that is gone at the second look leaves the next best")
    void forgetsAQuoteThatIsGone() {
        Chains chain = swing().add(21, "100", "3.40", "3.42").add(21, "101", "2.90", "3.00");
        ContractInputs again =
                chain.inputs().withReading(chain.symbol(21, "100"), Optional.empty());
        assertThat(rule.choose(again))
                .isInstanceOfSatisfying(
                        ContractChoice.Ranked.class,
                        ranked ->
                                assertThat(ranked.ranked().getFirst().symbol())
                                        .isEqualTo(chain.symbol(21, "101")));
    }

    @Test
    @DisplayName("A-74: a figure at its limit passes: age, premium and distance of the strike")
    void passesAtTheLimits() {
        Quote quote = new Quote(Price.of("3.00"), Price.of("3.10"), 10, 10);
        Chains oldest = swing().add(21, "100", quote, 1000, 100, Duration.ofSeconds(60), 100);
        Chains cheapest = swing().add(21, "104", "0.29", "0.31");
        Chains farthest = swing().add(21, "105", "1.00", "1.05");
        Chains dearest = swing().risk("310").add(21, "100", "3.00", "3.10");

        assertThat(List.of(oldest, cheapest, farthest, dearest))
                .allSatisfy(
                        chain -> assertThat(candidates(chain).getFirst().failedCheck()).isEmpty());
    }

    @Test
    @DisplayName("A-74: a price below what exercise earns has no volatility, hence no delta")
    void refusesWhatHasNoDelta() {
        ContractCandidate candidate = candidates(swing().add(21, "95", "4.00", "4.10")).getFirst();

        assertThat(candidate.failedCheck()).contains("GREEKS");
        assertThat(candidate.delta()).isEmpty();
    }

    @Test
    @DisplayName("A-73: a contract that passes every check needs 40 points")
    void refusesALowScore() {
        // 2.4 for the spread, 15 for the open interest, 15 for the delta and 7 or 8 for the strike.
        ContractCandidate enough =
                candidates(swing().add(21, "99", "2.86", "3.14", 200, 500, 10)).getFirst();
        ContractCandidate low =
                candidates(swing().add(21, "98.50", "2.86", "3.14", 200, 500, 10)).getFirst();

        assertThat(enough.score().orElseThrow().total()).isGreaterThan(40);
        assertThat(enough.failedCheck()).isEmpty();
        assertThat(low.score().orElseThrow().total()).isLessThan(40);
        assertThat(low.failedCheck()).contains("SCORE");
    }

    @Test
    @DisplayName("A-73: the higher score goes first, whatever the expiry")
    void ranksByScore() {
        Chains chain = swing().add(16, "100", "3.00", "3.20").add(22, "100", "3.00", "3.10");

        assertThat(best(chain)).isEqualTo(chain.symbol(22, "100"));
    }

    @Test
    @DisplayName("A-73: of equal scores the nearer strike goes first, even with a later expiry")
    void prefersTheNearerStrike() {
        // 15 for the delta and 10 for the strike, against 20 and 5.
        Chains chain = swing().add(16, "102.50", "1.95", "2.05").add(22, "100", "3.90", "4.10");

        assertThat(candidates(chain))
                .extracting(candidate -> candidate.score().orElseThrow().total())
                .containsExactly(75.0, 75.0);
        assertThat(best(chain)).isEqualTo(chain.symbol(22, "100"));
    }

    @ParameterizedTest
    @DisplayName("A-71: both ends of a window of days belong to it")
    @CsvSource({"6, false", "7, true", "13, true", "14, true", "30, true", "31, false"})
    void countsBothEndsOfAWindow(int days, boolean looksAt) {
        assertThat(candidates(swing().add(days, "100", "3.00", "3.10")).isEmpty())
                .isNotEqualTo(looksAt);
    }

    @ParameterizedTest
    @DisplayName("A-71: a day entry takes strikes from the money to 1.5 % out of it")
    @CsvSource({"99.50, false", "100, true", "101.50, true", "102, false"})
    void looksAtStrikesNearTheMoney(String strike, boolean looksAt) {
        Chains chain = new Chains(Strategy.DAY, Right.CALL).add(1, strike, "0.80", "0.84");

        assertThat(candidates(chain).isEmpty()).isNotEqualTo(looksAt);
    }

    @Test
    @DisplayName("A-71: the target of a day entry is the strike whose delta is nearest to .35")
    void aimsAtTheDayDelta() {
        Chains chain =
                new Chains(Strategy.DAY, Right.CALL)
                        .add(1, "100", "0.80", "0.84")
                        .add(1, "101", "0.42", "0.45");
        List<ContractCandidate> candidates = candidates(chain);
        ContractCandidate atTheMoney = candidates.getFirst();
        ContractCandidate target = candidates.getLast();

        assertThat(target.delta().orElseThrow()).isCloseTo(0.35, within(0.05));
        assertThat(atTheMoney.delta().orElseThrow()).isGreaterThan(0.5);
        assertThat(target.score().orElseThrow().strike()).isEqualTo(10);
        assertThat(atTheMoney.score().orElseThrow().strike()).isLessThan(10);
    }

    @Test
    @DisplayName("A-71: a day entry without any delta has no target to be near to")
    void hasNoTargetWithoutDeltas() {
        Quote none = new Quote(Price.ZERO, Price.of("0.05"), 0, 10);
        Chains chain =
                new Chains(Strategy.DAY, Right.CALL)
                        .add(1, "101", none, 1000, 100, Duration.ZERO, 100);

        assertThat(rule.choose(chain.inputs()))
                .isInstanceOfSatisfying(
                        ContractChoice.None.class,
                        nothing -> assertThat(nothing.code()).isEqualTo(SkipCode.NO_CONTRACT));
    }

    @Test
    @DisplayName("A-75: the feed's delta is stored beside ours")
    void storesTheFeedsDelta() {
        ContractCandidate candidate =
                candidates(swing().feedDelta(0.44).add(21, "100", "3.00", "3.10")).getFirst();

        assertThat(candidate.feedDelta()).hasValue(0.44);
        assertThat(candidate.delta().orElseThrow()).isNotEqualTo(0.44);
    }

    private static Chains swing() {
        return new Chains(Strategy.SWING, Right.CALL);
    }

    private OccSymbol best(Chains chain) {
        return switch (rule.choose(chain.inputs())) {
            case ContractChoice.Ranked ranked -> ranked.ranked().getFirst().symbol();
            case ContractChoice.None none -> throw new AssertionError("nothing chosen: " + none);
        };
    }

    private List<OccSymbol> symbols(Chains chain) {
        return candidates(chain).stream().map(ContractCandidate::symbol).toList();
    }

    private List<ContractCandidate> candidates(Chains chain) {
        return switch (rule.choose(chain.inputs())) {
            case ContractChoice.Ranked ranked -> ranked.candidates();
            case ContractChoice.None none -> none.candidates();
        };
    }
}
