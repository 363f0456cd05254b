package io.opspipeline.dispatcher.rules;

import static io.opspipeline.dispatcher.rules.Entries.ELEVEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.dispatcher.rules.PlanGateRule.PlanInputs;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanGateRuleTest {

    private static final Instrument CALL =
            new Instrument.Option(OccSymbol.parse("NVDA250703C00142000"));

    private final PlanGateRule rule = new PlanGateRule(Entries.LIMITS);

    @Test
    void passesWhenEverythingFits() {
        assertThat(failing(inputs(Entries.large(), 4, "2.45", "2.50", Entries.noUsage())))
                .isEmpty();
    }

    @Test
    @DisplayName("A-59: every plan gate is evaluated; without a plan each says so")
    void evaluatesEveryGate() {
        assertThat(rule.judge(inputs(Entries.large(), 4, "1.00", "2.50", Entries.noUsage())))
                .extracting(GateVerdict::code)
                .containsExactlyElementsOf(
                        EnumSet.range(GateCode.EXIT_ROOM, GateCode.BUYING_POWER));
        assertThat(PlanGateRule.notReached())
                .extracting(GateVerdict::result)
                .containsOnly(GateVerdict.Result.NOT_REACHED)
                .hasSize(5);
    }

    @ParameterizedTest
    @DisplayName("A-61: EXIT_ROOM needs 30 minutes to the earliest forced exit")
    @CsvSource({"30, true", "29, false"})
    void needsRoomForTheExit(int minutes, boolean passes) {
        PlanInputs in = inputs(Entries.large(), 1, "2.45", "2.50", Entries.noUsage());
        PlanInputs near =
                new PlanInputs(
                        in.account(),
                        in.plan(),
                        in.asOf(),
                        ELEVEN.plus(Duration.ofMinutes(minutes)),
                        in.roundTripFees(),
                        in.usage(),
                        in.broker());
        assertThat(failing(near).contains(GateCode.EXIT_ROOM)).isEqualTo(!passes);
    }

    @ParameterizedTest(name = "{0} {1} x {2}")
    @DisplayName("A-61: COST takes spread and fees, 4 % for swings and 6 % for days")
    @CsvSource({
        "large, 2.41, 2.50, true",
        "large, 2.4015, 2.50, true",
        "large, 2.40, 2.50, false",
        "tiny, 2.36, 2.50, true",
        "tiny, 2.35, 2.50, false"
    })
    void limitsTheCostOfARoundTrip(String account, String bid, String ask, boolean passes) {
        Account who = account.equals("large") ? Entries.large() : Entries.tiny();
        PlanInputs in = inputs(who, 1, bid, ask, Entries.noUsage());
        assertThat(failing(in).contains(GateCode.COST)).isEqualTo(!passes);
    }

    @ParameterizedTest
    @DisplayName("A-62: exposure is contracts x premium x 100, up to and including 10,000")
    @CsvSource({"9000.00, true", "9000.01, false"})
    void limitsExposure(String atWork, boolean passes) {
        LimitUsage usage =
                new LimitUsage(
                        List.of(Entries.atWork("AMD", "Technology", atWork)),
                        List.of(),
                        List.of(),
                        Money.ZERO);
        PlanInputs in = inputs(Entries.large(), 4, "2.45", "2.50", usage);
        assertThat(failing(in).contains(GateCode.MAX_EXPOSURE)).isEqualTo(!passes);
    }

    @ParameterizedTest(name = "realised {0}, at work {1}")
    @DisplayName("A-61: RISK_BUDGET counts the day's net loss and 30 % of the money at work")
    @CsvSource({
        "0, 666.66, true",
        "0, 666.67, false",
        "-200, 0, true",
        "-200.01, 0, false",
        "500, 666.66, true"
    })
    void limitsTheRiskBudget(String realised, String atWork, boolean passes) {
        List<LimitUsage.AtWork> working =
                atWork.equals("0") ? List.of() : List.of(Entries.atWork("AMD", "x", atWork));
        LimitUsage usage = new LimitUsage(working, List.of(), List.of(), Money.of(realised));
        PlanInputs in = inputs(Entries.large(), 4, "2.45", "2.50", usage);
        assertThat(failing(in).contains(GateCode.RISK_BUDGET)).isEqualTo(!passes);
    }

    @Test
    @DisplayName("A-60, A-61: BUYING_POWER must cover the cost, and blocks when it is not known")
    void needsBuyingPower() {
        PlanInputs in = inputs(Entries.large(), 4, "2.45", "2.50", Entries.noUsage());
        assertThat(failing(withBroker(in, "999.99"))).containsExactly(GateCode.BUYING_POWER);
        assertThat(failing(withBroker(in, "1000"))).isEmpty();
        PlanInputs unknown =
                new PlanInputs(
                        in.account(),
                        in.plan(),
                        in.asOf(),
                        in.earliestForcedExit(),
                        in.roundTripFees(),
                        in.usage(),
                        Optional.empty());
        assertThat(failing(unknown)).containsExactly(GateCode.BUYING_POWER);
    }

    @Test
    void tellsWhatItSawAndItsLimit() {
        PlanInputs in = inputs(Entries.large(), 1, "2.45", "2.50", Entries.noUsage());

        assertThat(rule.judge(in))
                .extracting(each -> each.code() + " " + each.observed() + " " + each.limit())
                .startsWith("EXIT_ROOM 240 min >= 30 min", "COST 2.06 % <= 4.00 %");
    }

    @Test
    @DisplayName("A-60: a gate that fails to compute blocks and says why")
    void blocksWhatCannotBeComputed() {
        PlanInputs in = inputs(Entries.large(), 0, "2.45", "2.50", Entries.noUsage());

        assertThat(rule.judge(in))
                .filteredOn(GateVerdict::blocks)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.code()).isEqualTo(GateCode.COST);
                    assertThat(each.observed()).contains("a computable input");
                });
    }

    private static PlanInputs withBroker(PlanInputs in, String equity) {
        return new PlanInputs(
                in.account(),
                in.plan(),
                in.asOf(),
                in.earliestForcedExit(),
                in.roundTripFees(),
                in.usage(),
                Optional.of(Entries.broker(equity)));
    }

    private static PlanInputs inputs(
            Account account, int quantity, String bid, String ask, LimitUsage usage) {
        EntryPlan plan =
                new EntryPlan(
                        7,
                        CALL,
                        quantity,
                        Price.of(ask),
                        Price.of(bid),
                        OptionalDouble.of(0.4),
                        OptionalDouble.of(0.5));
        return new PlanInputs(
                account,
                plan,
                ELEVEN,
                ELEVEN.plus(Duration.ofHours(4)),
                Money.of("0.15").times(quantity),
                usage,
                Optional.of(Entries.broker("121000")));
    }

    private List<GateCode> failing(PlanInputs in) {
        return rule.judge(in).stream().filter(GateVerdict::blocks).map(GateVerdict::code).toList();
    }
}
