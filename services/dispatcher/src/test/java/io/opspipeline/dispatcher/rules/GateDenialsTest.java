package io.opspipeline.dispatcher.rules;

import static io.opspipeline.dispatcher.rules.Entries.ELEVEN;
import static io.opspipeline.dispatcher.rules.Entries.atWork;
import static io.opspipeline.dispatcher.rules.Entries.good;
import static io.opspipeline.dispatcher.rules.Entries.large;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.dispatcher.rules.EntryInputs.StreamSign;
import io.opspipeline.dispatcher.rules.PlanGateRule.PlanInputs;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.denial.Denier;
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.signal.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GateDenialsTest {

    private static final Instrument CALL = Instrument.ofSymbol("NVDA250703C00142000");

    @ParameterizedTest(name = "A-82: {0} denies by its own code")
    @MethodSource("codes")
    void deniesByItsCode(DenialCode code) {
        assertThat(verdicts().get(code))
                .filteredOn(GateVerdict::blocks)
                .extracting(verdict -> DenialCode.of(verdict.code()))
                .startsWith(code);
    }

    @Test
    @DisplayName("A-82: the code of every gate is provoked here")
    void provokesEveryCode() {
        Set<Denier> gates = EnumSet.of(Denier.ACCOUNT_GATE, Denier.PLAN_GATE);

        assertThat(codes())
                .containsExactlyElementsOf(
                        Arrays.stream(DenialCode.values())
                                .filter(code -> gates.contains(code.denier()))
                                .toList());
    }

    static Stream<DenialCode> codes() {
        return verdicts().keySet().stream();
    }

    private static Map<DenialCode, List<GateVerdict>> verdicts() {
        Map<DenialCode, List<GateVerdict>> cases = new EnumMap<>(DenialCode.class);
        accountCases().forEach((code, in) -> cases.put(code, account(in)));
        planCases().forEach((code, in) -> cases.put(code, plan(in)));
        return cases;
    }

    private static List<GateVerdict> account(EntryInputs inputs) {
        return new AccountGateRule(Entries.LIMITS).judge(inputs);
    }

    private static List<GateVerdict> plan(PlanInputs inputs) {
        return new PlanGateRule(Entries.LIMITS).judge(inputs);
    }

    private static Map<DenialCode, EntryInputs> accountCases() {
        Map<DenialCode, EntryInputs> cases = new EnumMap<>(DenialCode.class);
        Money cash = Money.of("121000");
        Instant now = good(large()).asOf();
        cases.put(DenialCode.ENTRY_WINDOW, draft().session(Entries.DAY.plusDays(7)).inputs());
        cases.put(DenialCode.TRADING_STATE, draft().state(TradingState.REDUCING).inputs());
        cases.put(
                DenialCode.STREAM_READY,
                draft().stream(new StreamSign(Duration.ofSeconds(31), true)).inputs());
        cases.put(DenialCode.SIGNAL_FRESH, draft().newestBar(now.minusSeconds(121)).inputs());
        cases.put(
                DenialCode.CONFIDENCE,
                draft().dispatch(Entries.dispatch(large(), Action.BUY_CALL, 0.45)).inputs());
        cases.put(
                DenialCode.ACTION_ALLOWED,
                draft().dispatch(Entries.dispatch(large(), Action.BUY_STOCK, 0.4)).inputs());
        cases.put(DenialCode.DAILY_LOSS, draft().todayPnl("-500").inputs());
        cases.put(
                DenialCode.MAX_POSITIONS,
                draft().working(
                                List.of(
                                        atWork("AAPL", "a", "1"),
                                        atWork("AMD", "b", "1"),
                                        atWork("BA", "c", "1"),
                                        atWork("C", "d", "1"),
                                        atWork("GE", "e", "1")))
                        .inputs());
        cases.put(DenialCode.TICKER_COOLDOWN, lastEntry("NVDA", now.minusSeconds(899)));
        cases.put(DenialCode.TICKER_DAILY, entriesToday("NVDA", 2));
        cases.put(DenialCode.ACCOUNT_DAILY, entriesToday("AMD", 10));
        cases.put(DenialCode.PACE, lastEntry("AMD", now.minusSeconds(599)));
        cases.put(
                DenialCode.DUPLICATE_POSITION,
                draft().working(List.of(atWork("NVDA", "x", "1"))).inputs());
        cases.put(
                DenialCode.CLUSTER,
                draft().working(
                                List.of(
                                        atWork("AMD", "Technology", "1"),
                                        atWork("MU", "Technology", "1")))
                        .inputs());
        cases.put(
                DenialCode.ACCOUNT_STATUS,
                draft().broker(
                                new BrokerAccount(
                                        "SIM-large", "ACTIVE", true, 2, cash, cash, cash, cash))
                        .inputs());
        return cases;
    }

    private static Map<DenialCode, PlanInputs> planCases() {
        Map<DenialCode, PlanInputs> cases = new EnumMap<>(DenialCode.class);
        LimitUsage none = Entries.noUsage();
        LimitUsage much = usage(List.of(atWork("AMD", "x", "666.67")));
        cases.put(DenialCode.EXIT_ROOM, planned("2.45", 29, none, "121000"));
        cases.put(DenialCode.COST, planned("2.40", 240, none, "121000"));
        cases.put(
                DenialCode.MAX_EXPOSURE,
                planned("2.45", 240, usage(List.of(atWork("AMD", "x", "9000.01"))), "121000"));
        cases.put(DenialCode.RISK_BUDGET, planned("2.45", 240, much, "121000"));
        cases.put(DenialCode.BUYING_POWER, planned("2.45", 240, none, "999.99"));
        return cases;
    }

    private static LimitUsage usage(List<LimitUsage.AtWork> working) {
        return new LimitUsage(working, List.of(), List.of(), Money.ZERO);
    }

    private static PlanInputs planned(
            String bid, int minutesToExit, LimitUsage usage, String equity) {
        EntryPlan plan =
                new EntryPlan(
                        7,
                        CALL,
                        4,
                        Price.of("2.50"),
                        Price.of(bid),
                        OptionalDouble.of(0.4),
                        OptionalDouble.of(0.5));
        return new PlanInputs(
                large(),
                plan,
                ELEVEN,
                ELEVEN.plus(Duration.ofMinutes(minutesToExit)),
                Money.of("0.60"),
                usage,
                Optional.of(Entries.broker(equity)));
    }

    private static EntryInputs lastEntry(String ticker, Instant at) {
        var entry = new LimitUsage.Entry(Ticker.of(ticker), at);
        return good(large())
                .withUsage(new LimitUsage(List.of(), List.of(), List.of(entry), Money.ZERO));
    }

    private static EntryInputs entriesToday(String ticker, int count) {
        var entry = new LimitUsage.Entry(Ticker.of(ticker), ELEVEN.minusSeconds(7200));
        return good(large())
                .withUsage(
                        new LimitUsage(
                                List.of(),
                                Collections.nCopies(count, entry),
                                List.of(entry),
                                Money.ZERO));
    }

    private static EntryDraft draft() {
        return new EntryDraft(good(large()));
    }
}
