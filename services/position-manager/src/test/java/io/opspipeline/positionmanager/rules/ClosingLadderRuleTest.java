package io.opspipeline.positionmanager.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.market.option.PriceIncrement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingLadderRuleTest {

    private final ClosingLadderRule rule = new ClosingLadderRule(ClosingLimits.DEFAULT);

    @Test
    @DisplayName("A-78: an urgent close offers at the bid every 3 s, and at 15 s at the market")
    void urgentLadder() {
        assertThat(steps(true, quote("2.00", "2.12"), 0, 3, 6, 9, 12, 15))
                .containsExactly("2.00", "2.00", "2.00", "2.00", "2.00", "market");
    }

    @Test
    @DisplayName("A-78: other closes walk from mid to bid over 15 s, then they are urgent")
    void patientLadder() {
        assertThat(steps(false, quote("2.00", "2.12"), 0, 5, 10, 15, 18, 27, 30))
                .containsExactly("2.06", "2.04", "2.02", "2.00", "2.00", "2.00", "market");
    }

    @Test
    @DisplayName("A-78, incident 11: limits are valid ticks and never below the bid")
    void roundsDownToTheTick() {
        assertThat(steps(false, quote("2.05", "2.20"), PriceIncrement.STANDARD, 0, 5, 10))
                .containsExactly("2.10", "2.10", "2.05");
        assertThat(steps(false, quote("3.10", "3.40"), PriceIncrement.STANDARD, 0, 5, 10))
                .containsExactly("3.20", "3.20", "3.10");
    }

    @Test
    @DisplayName("A-78: no market order in a spread of more than a quarter of the mid")
    void staysAtTheBidInAWideMarket() {
        assertThat(steps(true, quote("1.00", "1.30"), 15, 60)).containsExactly("1.00", "1.00");
        assertThat(steps(true, quote("1.00", "1.28"), 15)).containsExactly("market");
    }

    @Test
    @DisplayName("fault 422-WASH-TRADE: a close that may not use the market stays at the bid")
    void staysAtTheBidAfterAWashTrade() {
        var late = Duration.ofSeconds(60);
        var quote = Optional.of(quote("2.00", "2.12"));
        assertThat(words(rule.next(true, false, late, quote, false, PriceIncrement.CENTS)))
                .isEqualTo("2.00");
        assertThat(words(rule.next(false, false, late, quote, false, PriceIncrement.CENTS)))
                .isEqualTo("2.00");
    }

    @Test
    @DisplayName("fault EXPIRED-WORTHLESS-ZERO-BID: without a bid one tick is offered and rests")
    void offersOneTick() {
        assertThat(withoutBid(Duration.ofMinutes(5), true))
                .isEqualTo(new ClosingStep.AtLimit(Price.of("0.01"), Duration.ofSeconds(3), true));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 300})
    @DisplayName("A-78, fault QUOTE-ZERO: a bid that is gone for a moment is waited for")
    void waitsForTheBid(int seconds) {
        assertThat(withoutBid(Duration.ofSeconds(seconds), false))
                .isEqualTo(new ClosingStep.Wait("no bid", Duration.ofSeconds(3)));
    }

    @Test
    void waitsWithoutAQuote() {
        assertThat(
                        rule.next(
                                true,
                                true,
                                Duration.ZERO,
                                Optional.empty(),
                                false,
                                PriceIncrement.CENTS))
                .isEqualTo(new ClosingStep.Wait("no quote", Duration.ofSeconds(3)));
    }

    private ClosingStep withoutBid(Duration elapsed, boolean isWorthless) {
        return rule.next(
                true,
                true,
                elapsed,
                Optional.of(quote("0", "0.05")),
                isWorthless,
                PriceIncrement.PENNY_PROGRAM);
    }

    private List<String> steps(boolean isUrgent, Quote quote, int... seconds) {
        return IntStream.of(seconds)
                .mapToObj(second ->
                        words(
                                rule.next(
                                        isUrgent,
                                        true,
                                        Duration.ofSeconds(second),
                                        Optional.of(quote),
                                        false,
                                        PriceIncrement.CENTS)))
                .toList();
    }

    private List<String> steps(
            boolean isUrgent, Quote quote, PriceIncrement increment, int... seconds) {
        return IntStream.of(seconds)
                .mapToObj(second ->
                        words(
                                rule.next(
                                        isUrgent,
                                        true,
                                        Duration.ofSeconds(second),
                                        Optional.of(quote),
                                        false,
                                        increment)))
                .toList();
    }

    private static String words(ClosingStep step) {
        return switch (step) {
            case ClosingStep.AtLimit limit -> limit.limit().toString();
            case ClosingStep.AtMarket _ -> "market";
            case ClosingStep.Wait wait -> wait.reason();
        };
    }

    private static Quote quote(String bid, String ask) {
        return new Quote(Price.of(bid), Price.of(ask), 10, 10);
    }
}
