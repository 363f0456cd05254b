package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.BoardMarket.CALL;
import static io.opspipeline.exchange.venue.BoardMarket.CALL_TODAY;
import static io.opspipeline.exchange.venue.BoardMarket.CALL_TODAY_105;
import static io.opspipeline.exchange.venue.BoardMarket.PUT_TODAY;
import static io.opspipeline.exchange.venue.BoardMarket.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Money;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What becomes of contracts otherwise than by a trade, and what the history says of it.
class ContractEndTest {

    private static final String[] CREDIT = {"-1 " + CALL_TODAY, "+1 " + CALL_TODAY_105};

    private final BoardMarket market =
            new BoardMarket()
                    .quote(STOCK, 0, "103.00", "103.02")
                    .quote(CALL, 0, "3.00", "3.10")
                    .quote(CALL_TODAY, 0, "3.00", "3.10")
                    .quote(CALL_TODAY_105, 0, "0.80", "0.90")
                    .quote(PUT_TODAY, 0, "0.00", "0.05")
                    .closesAt("103.00");

    @Test
    @DisplayName("EXPIRED-WORTHLESS-ZERO-BID: ends as OPEXP, without money")
    void expiresWorthless() {
        Trader trader = trader(Expiries.Kind.CASH, false).buys("p", PUT_TODAY, 2, "0.05");
        assertThat(trader.atClose().history())
                .containsExactly(
                        "FILL 2 " + PUT_TODAY + " filled", "OPEXP -2 " + PUT_TODAY + " 0.00");
    }

    @Test
    @DisplayName("in cash, a short pays and a long receives its intrinsic value as OPCSH")
    void settlesInCash() {
        Trader trader = trader(Expiries.Kind.CASH, false);
        trader.spread("a", 1, "-2.10", CREDIT);
        assertThat(trader.atClose().history().subList(2, 4))
                .containsExactly(
                        "OPCSH 1 " + CALL_TODAY + " -300.00",
                        "OPEXP -1 " + CALL_TODAY_105 + " 0.00");
        assertThat(trader.view().collateral()).isEqualTo(Money.ZERO);
        checkCash(trader);
    }

    @Test
    @DisplayName("AUTO-EXERCISE-SHARES-APPEAR: a long in the money becomes shares at the strike")
    void becomesShares() {
        Trader trader = rich(Expiries.Kind.SHARES).buys("a", CALL_TODAY, 1, "3.10");
        Money before = trader.view().cash();
        assertThat(trader.atClose().history().subList(1, 3))
                .containsExactly(
                        "OPEXC -1 " + CALL_TODAY + " 0.00", "OPTRD 100 " + STOCK + " -10000.00");
        assertThat(trader.held()).containsExactly("100 " + STOCK);
        assertThat(trader.view().cash()).isEqualTo(before.minus(Money.of("10000")));
        checkCash(trader);
    }

    @Test
    @DisplayName("ITM-UNDERFUNDED-1515: shares that cannot be paid are settled in cash")
    void settlesInCashWhatCannotBePaid() {
        Trader trader = trader(Expiries.Kind.SHARES, false).buys("a", CALL_TODAY, 1, "3.10");
        assertThat(trader.atClose().history().getLast())
                .isEqualTo("OPCSH -1 " + CALL_TODAY + " 300.00");
        checkCash(trader);
    }

    @Test
    @DisplayName("a spread of two contracts in the money nets to cash, by exercise and assignment")
    void exercisesAndAssigns() {
        market.closesAt("108.00");
        Trader trader = trader(Expiries.Kind.SHARES, false);
        trader.spread("a", 1, "-2.10", CREDIT);
        Money before = trader.view().cash();
        trader.atClose();
        assertThat(trader.history().subList(2, 6))
                .containsExactly(
                        "OPASN 1 " + CALL_TODAY + " 0.00",
                        "OPTRD -100 " + STOCK + " 10000.00",
                        "OPEXC -1 " + CALL_TODAY_105 + " 0.00",
                        "OPTRD 100 " + STOCK + " -10500.00");
        assertThat(trader.positions()).isEmpty();
        assertThat(trader.view().cash()).isEqualTo(before.minus(Money.of("500")));
        assertThat(trader.venue().activities(Trader.ACCOUNT).subList(2, 6))
                .extracting(line -> ((Activity.OptionEvent) line).group())
                .satisfies(groups -> {
                    assertThat(groups.get(0)).isEqualTo(groups.get(1));
                    assertThat(groups.get(2)).isEqualTo(groups.get(3));
                    assertThat(groups.get(0)).isNotEqualTo(groups.get(2));
                });
        checkCash(trader);
    }

    @Test
    @DisplayName("paper: the history tells on the next day, the balances at once")
    void tellsOnTheNextDay() {
        Trader trader = trader(Expiries.Kind.CASH, true).buys("a", CALL_TODAY, 1, "3.10");
        Money before = trader.view().cash();
        assertThat(trader.atClose().history()).hasSize(1);
        assertThat(trader.view().cash()).isEqualTo(before.plus(Money.of("300")));
        trader.venue().advanceTo(BoardMarket.SESSION.close().plus(Duration.ofHours(8)));
        assertThat(trader.history()).hasSize(2);
        Activity.OptionEvent told =
                (Activity.OptionEvent) trader.venue().activities(Trader.ACCOUNT).getLast();
        assertThat(told.date()).isEqualTo(BoardMarket.SESSION.date());
        assertThat(told.id()).startsWith("20250613000000000::");
    }

    @Test
    @DisplayName("do not exercise: a contract in the money expires worthless")
    void isNotExercised() {
        Trader trader = trader(Expiries.Kind.CASH, false).buys("a", CALL_TODAY, 1, "3.10");
        assertThat(trader.venue().doNotExercise(Trader.ACCOUNT, CALL_TODAY))
                .isEqualTo(new ExerciseAnswer.Accepted());
        assertThat(trader.atClose().history().getLast())
                .isEqualTo("OPEXP -1 " + CALL_TODAY + " 0.00");
    }

    @Test
    @DisplayName("do not exercise: the documented refusals")
    void refusesNotToExercise() {
        Trader trader = trader(Expiries.Kind.CASH, false).buys("a", CALL, 1, "3.10");
        assertThat(message(trader.venue().doNotExercise(Trader.ACCOUNT, CALL)))
                .isEqualTo("40310000 dne requests are only accepted on the expiration day");
        assertThat(message(trader.venue().doNotExercise(Trader.ACCOUNT, CALL_TODAY)))
                .isEqualTo("40410000 long position not found: " + CALL_TODAY);
        assertThat(message(trader.venue().doNotExercise(Trader.ACCOUNT, STOCK)))
                .isEqualTo("42210000 invalid symbol");
    }

    @Test
    @DisplayName("exercise: shares at the strike now, when the account can pay")
    void exercisesOnRequest() {
        Trader trader =
                rich(Expiries.Kind.CASH)
                        .buys("a", CALL_TODAY, 1, "3.10")
                        .buys("b", CALL_TODAY_105, 1, "0.90")
                        .buys("c", CALL, 1, "3.10");
        assertThat(trader.venue().exercise(Trader.ACCOUNT, CALL_TODAY))
                .isEqualTo(new ExerciseAnswer.Accepted());
        assertThat(trader.held())
                .containsExactly("100 " + STOCK, "1 " + CALL_TODAY_105, "1 " + CALL);
        assertThat(trader.history().subList(3, 5))
                .containsExactly(
                        "OPEXC -1 " + CALL_TODAY + " 0.00", "OPTRD 100 " + STOCK + " -10000.00");
        assertThat(message(trader.venue().exercise(Trader.ACCOUNT, CALL_TODAY_105)))
                .isEqualTo("40310000 out-of-the-money contract, contact support");
        trader.atClose();
        assertThat(message(trader.venue().exercise(Trader.ACCOUNT, CALL)))
                .isEqualTo(
                        "40310000 exercise requests are not accepted after market close until midnight");
        checkCash(trader);
    }

    @Test
    @DisplayName("exercise: refused when the account cannot pay")
    void refusesToExercise() {
        Trader trader = trader(Expiries.Kind.CASH, false).buys("a", CALL_TODAY, 1, "3.10");
        assertThat(message(trader.venue().exercise(Trader.ACCOUNT, CALL_TODAY)))
                .startsWith("40310000 insufficient cash available (required: 10000.00");
    }

    private Trader rich(Expiries.Kind kind) {
        VenueSettings settings =
                Trader.settings(0, 0, new Expiries(Duration.ofMinutes(30), kind, false));
        return Trader.ofSpreads(market, settings, Faults.none(), "30000");
    }

    private Trader trader(Expiries.Kind kind, boolean nextDay) {
        VenueSettings settings =
                Trader.settings(0, 0, new Expiries(Duration.ofMinutes(30), kind, nextDay));
        return Trader.ofSpreads(market, settings, Faults.none());
    }

    private static String message(ExerciseAnswer answer) {
        Refusal refusal = ((ExerciseAnswer.Refused) answer).refusal();
        return refusal.reason().code() + " " + refusal.message();
    }

    private static void checkCash(Trader trader) {
        assertThat(trader.books().expectedCash()).isEqualTo(trader.view().cash());
    }
}
