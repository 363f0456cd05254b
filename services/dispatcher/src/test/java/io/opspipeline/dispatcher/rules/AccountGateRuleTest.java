package io.opspipeline.dispatcher.rules;

import static io.opspipeline.dispatcher.rules.Entries.ELEVEN;
import static io.opspipeline.dispatcher.rules.Entries.atWork;
import static io.opspipeline.dispatcher.rules.Entries.good;
import static io.opspipeline.dispatcher.rules.Entries.hybrid;
import static io.opspipeline.dispatcher.rules.Entries.large;
import static io.opspipeline.dispatcher.rules.Entries.tiny;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.dispatcher.rules.EntryInputs.StreamSign;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.signal.Action;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountGateRuleTest {

    private final AccountGateRule rule = new AccountGateRule(Entries.LIMITS);

    @Test
    void passesWhenEverythingIsInOrder() {
        assertThat(failing(good(large()))).isEmpty();
    }

    @Test
    @DisplayName("A-59: every gate is evaluated, in table order, also after the first failure")
    void evaluatesEveryGate() {
        EntryInputs bad = with(good(large())).asOf(Entries.at(8, 0)).todayPnl("-900").inputs();
        List<GateVerdict> verdicts = rule.judge(bad);
        assertThat(verdicts)
                .extracting(GateVerdict::code)
                .containsExactlyElementsOf(
                        EnumSet.range(GateCode.ENTRY_WINDOW, GateCode.ACCOUNT_STATUS));
        assertThat(verdicts).allSatisfy(each -> assertThat(each.observed()).isNotBlank());
        assertThat(failing(bad)).contains(GateCode.ENTRY_WINDOW, GateCode.DAILY_LOSS);
    }

    @Test
    @DisplayName("A-60, incidents 20, 41: a missing input blocks, by the gate that needs it")
    void blocksOnMissingInputs() {
        EntryInputs in = good(large());
        EntryInputs nothing =
                new EntryInputs(
                        in.account(),
                        in.dispatch(),
                        in.asOf(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        in.usage());
        assertThat(failing(nothing))
                .containsExactlyInAnyOrder(
                        GateCode.ENTRY_WINDOW,
                        GateCode.TRADING_STATE,
                        GateCode.STREAM_READY,
                        GateCode.SIGNAL_FRESH,
                        GateCode.DAILY_LOSS,
                        GateCode.ACCOUNT_STATUS);
    }

    @Test
    @DisplayName("A-61: SIGNAL_FRESH lets nothing into a stock whose trading is halted")
    void looksAtHalts() {
        var halt = new TradingHalt(Ticker.of("NVDA"), true, "volatility pause", ELEVEN);
        EntryInputs in = with(good(large())).halt(halt).inputs();

        assertThat(failing(in)).containsExactly(GateCode.SIGNAL_FRESH);
        assertThat(rule.judge(in))
                .filteredOn(verdict -> verdict.code() == GateCode.SIGNAL_FRESH)
                .singleElement()
                .extracting(GateVerdict::observed)
                .asString()
                .endsWith("volatility pause");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @DisplayName("A-65: windows by session, holiday, half day and both clock changes")
    @CsvSource({
        "2025-06-12, 09:34:59, false",
        "2025-06-12, 09:35:00, true",
        "2025-06-12, 15:44:59, true",
        "2025-06-12, 15:45:00, false",
        "2025-06-14, 11:00:00, false",
        "2025-06-19, 11:00:00, false",
        "2025-07-03, 12:44:59, true",
        "2025-07-03, 12:45:00, false",
        "2025-03-10, 09:35:00, true",
        "2025-03-10, 09:34:59, false",
        "2025-11-03, 09:35:00, true",
        "2025-11-03, 09:34:59, false"
    })
    void opensAndShutsTheWindow(LocalDate day, LocalTime time, boolean open) {
        Instant now = NewYork.at(day, time);
        EntryInputs in = with(good(large())).asOf(now).session(day).inputs();
        assertThat(failing(in).contains(GateCode.ENTRY_WINDOW)).isEqualTo(!open);
    }

    @ParameterizedTest
    @DisplayName("A-61: TRADING_STATE lets entries through only when ACTIVE")
    @CsvSource({"ACTIVE, true", "REDUCING, false", "HALTED, false"})
    void looksAtTheTradingState(TradingState state, boolean passes) {
        EntryInputs in = with(good(large())).state(state).inputs();
        assertThat(failing(in).contains(GateCode.TRADING_STATE)).isEqualTo(!passes);
    }

    @ParameterizedTest
    @DisplayName(
            "A-61: STREAM_READY needs a heartbeat of 30 s, not of the future, and reconciled books")
    @CsvSource({
        "30, true, true",
        "31, true, false",
        "3, false, false",
        "-30, true, true",
        "-31, true, false"
    })
    void looksAtTheStream(int age, boolean reconciled, boolean passes) {
        EntryInputs in =
                with(good(large())).stream(new StreamSign(Duration.ofSeconds(age), reconciled))
                        .inputs();
        assertThat(failing(in).contains(GateCode.STREAM_READY)).isEqualTo(!passes);
    }

    @ParameterizedTest
    @DisplayName("A-52, A-61: SIGNAL_FRESH ends with the signal and with bars older than 120 s")
    @CsvSource({"299, 100, true", "300, 100, false", "1, 120, true", "1, 121, false"})
    void looksAtFreshness(int afterClose, int barAge, boolean passes) {
        Instant now = ELEVEN.plusSeconds(afterClose);
        EntryInputs in = with(good(large())).asOf(now).newestBar(now.minusSeconds(barAge)).inputs();
        assertThat(failing(in).contains(GateCode.SIGNAL_FRESH)).isEqualTo(!passes);
    }

    @ParameterizedTest
    @DisplayName("A-50, A-61: confidence above .45 for swings, from .60 with volume 2 for days")
    @CsvSource({
        "large, 0.45, 2.5, false",
        "large, 0.4501, 1.3, true",
        "tiny, 0.5999, 2.5, false",
        "tiny, 0.60, 2.0, true",
        "tiny, 0.60, 1.99, false"
    })
    void looksAtConfidence(String account, double confidence, double volume, boolean passes) {
        var who = account.equals("large") ? large() : tiny();
        EntryInputs in =
                with(good(who))
                        .dispatch(Entries.dispatch(who, Action.BUY_PUT, confidence, volume))
                        .inputs();
        assertThat(failing(in).contains(GateCode.CONFIDENCE)).isEqualTo(!passes);
    }

    @Test
    @DisplayName("A-61, A-68: stock only in hybrid, and above .35")
    void allowsStockInHybridOnly() {
        EntryInputs optionsOnly =
                with(good(large()))
                        .dispatch(Entries.dispatch(large(), Action.BUY_STOCK, 0.4))
                        .inputs();
        EntryInputs allowed =
                with(good(hybrid()))
                        .dispatch(Entries.dispatch(hybrid(), Action.BUY_STOCK, 0.36))
                        .inputs();
        EntryInputs weak =
                with(good(hybrid()))
                        .dispatch(Entries.dispatch(hybrid(), Action.BUY_STOCK, 0.35))
                        .inputs();
        assertThat(failing(optionsOnly)).containsExactly(GateCode.ACTION_ALLOWED);
        assertThat(failing(allowed)).isEmpty();
        assertThat(failing(weak)).containsExactly(GateCode.CONFIDENCE);
    }

    @ParameterizedTest
    @DisplayName("A-61, incident 63: DAILY_LOSS blocks at the limit of the account's own row")
    @CsvSource({
        "large, -499.99, true",
        "large, -500, false",
        "large, -500.01, false",
        "tiny, -99.99, true",
        "tiny, -100, false",
        "tiny, -100.01, false"
    })
    void looksAtTheDaysLoss(String account, String pnl, boolean passes) {
        Account row = account.equals("tiny") ? tiny() : large();
        EntryInputs in = with(good(row)).todayPnl(pnl).inputs();
        assertThat(failing(in).contains(GateCode.DAILY_LOSS)).isEqualTo(!passes);
    }

    @Test
    @DisplayName("A-61, A-62: the fifth position fits, the sixth does not; open and pending count")
    void limitsPositions() {
        List<LimitUsage.AtWork> four =
                List.of(
                        atWork("AAPL", "a", "100"),
                        atWork("AMD", "b", "100"),
                        atWork("BA", "c", "100"),
                        new LimitUsage.AtWork(
                                Ticker.of("C"),
                                io.opspipeline.domain.instrument.InstrumentType.PUT,
                                "d",
                                Money.of("100"),
                                true));
        assertThat(failing(with(good(large())).working(four).inputs())).isEmpty();
        var five = new java.util.ArrayList<>(four);
        five.add(atWork("GE", "e", "100"));
        assertThat(failing(with(good(large())).working(five).inputs()))
                .containsExactly(GateCode.MAX_POSITIONS);
    }

    @Test
    @DisplayName("A-61, A-64: cooldown, pace and daily counts run from submitted entries")
    void spacesEntries() {
        Instant now = ELEVEN.plusSeconds(1);
        assertThat(failing(lastEntry("NVDA", now.minusSeconds(899))))
                .containsExactly(GateCode.TICKER_COOLDOWN);
        assertThat(failing(lastEntry("NVDA", now.minusSeconds(900)))).isEmpty();
        assertThat(failing(lastEntry("AMD", now.minusSeconds(599)))).containsExactly(GateCode.PACE);
        assertThat(failing(lastEntry("AMD", now.minusSeconds(600)))).isEmpty();
        assertThat(failing(entriesToday("NVDA", 2))).containsExactly(GateCode.TICKER_DAILY);
        assertThat(failing(entriesToday("NVDA", 1))).isEmpty();
        assertThat(failing(entriesToday("AMD", 10))).containsExactly(GateCode.ACCOUNT_DAILY);
        assertThat(failing(entriesToday("AMD", 9))).isEmpty();
    }

    @Test
    @DisplayName("A-61, A-66: one position per ticker, two per sector and direction")
    void avoidsDuplicatesAndClusters() {
        assertThat(
                        failing(
                                with(good(large()))
                                        .working(List.of(atWork("NVDA", "x", "100")))
                                        .inputs()))
                .containsExactly(GateCode.DUPLICATE_POSITION);
        List<LimitUsage.AtWork> sector =
                List.of(atWork("AMD", "Technology", "100"), atWork("MU", "Technology", "100"));
        assertThat(failing(with(good(large())).working(sector).inputs()))
                .containsExactly(GateCode.CLUSTER);
        EntryInputs put =
                with(good(large()))
                        .working(sector)
                        .dispatch(Entries.dispatch(large(), Action.BUY_PUT, 0.7))
                        .inputs();
        assertThat(failing(put)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("A-61: ACCOUNT_STATUS needs an active account of options level 2")
    @CsvSource({
        "ACTIVE, false, 2, true",
        "ACTIVE, true, 3, false",
        "ACCOUNT_CLOSED, false, 3, false",
        "ACTIVE, false, 1, false"
    })
    void looksAtTheBrokersAccount(String status, boolean blocked, int level, boolean passes) {
        Money cash = Money.of("121000");
        BrokerAccount broker =
                new BrokerAccount("SIM-large", status, blocked, level, cash, cash, cash, cash);
        EntryInputs in = with(good(large())).broker(broker).inputs();
        assertThat(failing(in).contains(GateCode.ACCOUNT_STATUS)).isEqualTo(!passes);
    }

    @Test
    void tellsWhatItSawAndItsLimit() {
        EntryInputs in =
                with(good(large())).stream(new StreamSign(Duration.ofSeconds(31), false))
                        .working(List.of(atWork("NVDA", "x", "100")))
                        .inputs();

        assertThat(rule.judge(in))
                .extracting(each -> each.code() + ": " + each.observed() + " " + each.limit())
                .contains(
                        "STREAM_READY: 31 s, not reconciled <= 30 s, reconciled",
                        "DUPLICATE_POSITION: one in NVDA none",
                        "PACE: no entry >= 600 s");
        assertThat(rule.judge(good(large())))
                .extracting(GateVerdict::observed)
                .contains("none")
                .anyMatch(observed -> observed.endsWith(" s, reconciled"));
    }

    private EntryInputs lastEntry(String ticker, Instant at) {
        EntryInputs in = good(large());
        var entry = new LimitUsage.Entry(Ticker.of(ticker), at);
        return in.withUsage(new LimitUsage(List.of(), List.of(), List.of(entry), Money.ZERO));
    }

    private EntryInputs entriesToday(String ticker, int count) {
        var entry = new LimitUsage.Entry(Ticker.of(ticker), ELEVEN.minusSeconds(7200));
        return good(large())
                .withUsage(
                        new LimitUsage(
                                List.of(),
                                java.util.Collections.nCopies(count, entry),
                                List.of(entry),
                                Money.ZERO));
    }

    private Set<GateCode> failing(EntryInputs in) {
        return rule.judge(in).stream()
                .filter(GateVerdict::blocks)
                .map(GateVerdict::code)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static EntryDraft with(EntryInputs inputs) {
        return new EntryDraft(inputs);
    }
}
