package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.CALL;
import static io.opspipeline.dispatcher.EntryDesk.LARGE;
import static io.opspipeline.dispatcher.EntryDesk.NVDA;
import static io.opspipeline.dispatcher.EntryDesk.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
class EntryAttemptTest {

    private static final Ticker AMD = Ticker.of("AMD");

    private EntryDesk desk;

    @BeforeEach
    void open(DataSource source) {
        desk = new EntryDesk(source);
    }

    @AfterEach
    void nothingBroke() {
        assertThat(desk.time.failures()).isEmpty();
    }

    @Test
    @DisplayName("A-59: an entry stores a passing verdict of every gate, with what was observed")
    void storesEveryVerdictOfAnEntry() {
        desk.enter();

        assertThat(desk.dispositions()).containsExactly("large NVDA SUBMITTED 0/4: -");
        assertThat(verdicts()).containsExactlyInAnyOrderElementsOf(all("PASSED", "PASSED"));
        assertThat(desk.texts("select observed from gate_verdicts where gate = 'MAX_EXPOSURE'"))
                .containsExactly("1000.00");
    }

    @Test
    @DisplayName("A-59: a skip stores every account gate, and the plan gates as not reached")
    void storesEveryVerdictOfASkip() {
        desk.change(TradingState.REDUCING);
        desk.enter();

        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: TRADING_STATE");
        assertThat(verdicts())
                .contains("TRADING_STATE FAILED", "CONFIDENCE PASSED", "COST NOT_REACHED")
                .hasSize(GateCode.values().length);
    }

    @Test
    @DisplayName(
            "A-60, A-67, incident 3: without the broker's account nothing is sent or simulated")
    void skipsWithoutTheBroker() {
        desk.broker.unreadable(true);
        desk.enter();

        assertThat(desk.broker.received()).isEmpty();
        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: ACCOUNT_STATUS");
        assertThat(desk.texts("select observed from gate_verdicts where gate = 'ACCOUNT_STATUS'"))
                .containsExactly("missing: the broker's account");
    }

    @Test
    @DisplayName("A-14: no order goes to an account that is not the registered one")
    void sendsNothingToAnotherAccount() {
        desk.broker.account(LARGE, DeskAccounts.opened("PA-OTHER", "121000"));
        desk.enter();

        assertThat(desk.broker.received()).isEmpty();
        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: ACCOUNT_STATUS");
    }

    @Test
    @DisplayName("A-106: a disabled account takes its signals and enters none")
    void entersNothingWhenDisabled() {
        desk.accounts.register(DeskAccounts.disabled("large"), TEN);
        desk.enter();

        assertThat(desk.broker.received()).isEmpty();
        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: TRADING_STATE");
    }

    @ParameterizedTest(name = "A-83, incident 18: no order while the market is closed, at {0}")
    @ValueSource(
            strings = {
                "2026-11-19T21:00:00Z",
                "2026-11-21T15:00:00Z",
                "2026-11-26T15:00:00Z",
                "2026-11-27T18:00:00Z"
            })
    void sendsNothingWhenClosed(String instant) {
        desk.time.runUntil(Instant.parse(instant));
        desk.beat(LARGE);
        desk.enter();

        assertThat(desk.broker.received()).isEmpty();
        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: ENTRY_WINDOW");
    }

    @Test
    @DisplayName("A-66, incident 20: a ticker that is held is not bought again")
    void doesNotBuyWhatIsHeld() {
        EntryProcess process = desk.enter();
        desk.at(2, () -> desk.broker.attempt(1).fill(4, Price.of("2.47")));
        desk.until(20 * 60);
        desk.beat(LARGE);
        desk.signal(NVDA, Action.BUY_CALL);
        process.run(LARGE);

        assertThat(desk.dispositions())
                .containsExactly(
                        "large NVDA FILLED 4/4: FILLED",
                        "large NVDA SKIPPED 0/0: DUPLICATE_POSITION");
    }

    @Test
    @DisplayName("A-68, incident 17: an option that cannot be bought is not replaced by stock")
    void neverReplacesAnOptionByStock() {
        desk.board.drop(CALL);
        desk.enter();

        assertThat(desk.broker.received()).isEmpty();
        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: NO_CONTRACT");
    }

    @Test
    @DisplayName("A-61: a wide market fails COST by its name")
    void skipsWhatCostsTooMuch() {
        desk.board.contract(CALL, "2.30", "2.50");
        desk.enter();

        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: COST");
        assertThat(desk.broker.received()).isEmpty();
        assertThat(desk.dispatches.usage(LARGE, TEN).working()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"999.99, SKIPPED 0/0: BUYING_POWER", "1000, SUBMITTED 0/4: -"})
    @DisplayName("A-61: an entry costs no more than the broker lets options cost")
    void keepsToTheBuyingPowerOfOptions(String buyingPower, String disposition) {
        desk.broker.account(LARGE, DeskAccounts.opened("SIM-large", "121000", buyingPower));
        desk.enter();

        assertThat(desk.dispositions()).containsExactly("large NVDA " + disposition);
    }

    @ParameterizedTest
    @CsvSource({
        "1.21, 1.23, SKIPPED 0/0: DAILY_LOSS, FAILED",
        "1.21, 1.24, SUBMITTED 0/2: -, PASSED"
    })
    @DisplayName(
            "A-61, incident 67: what is held at a loss of the day's limit stops the next entry")
    void countsTheLossOfWhatIsHeld(String bid, String ask, String disposition, String result) {
        EntryProcess process = desk.enter();
        desk.at(2, () -> desk.broker.attempt(1).fill(4, Price.of("2.47")));
        desk.until(20 * 60);
        desk.beat(LARGE);
        desk.board.contract(CALL, bid, ask);
        desk.board.stock(AMD, "99.98", "100.02");
        desk.board.contract("AMD261211C00100000", "2.44", "2.50");
        desk.signal(AMD, Action.BUY_CALL);
        process.run(LARGE);

        assertThat(desk.dispositions())
                .containsExactly("large NVDA FILLED 4/4: FILLED", "large AMD " + disposition);
        // Four times a hundred at 2.47, less the fees of the day.
        assertThat(
                        desk.texts(
                                """
                                select result from gate_verdicts join dispatch_executions
                                    using (dispatch_id)
                                where gate = 'DAILY_LOSS' and ticker = 'AMD'
                                """))
                .containsExactly(result);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HOLD")
    @DisplayName("incident 1: the gate knows each action that a signal is stored with")
    void knowsEachAction(Action action) {
        desk.signal(NVDA, action);
        new EntryProcess(desk).run(LARGE);

        assertThat(
                        desk.texts(
                                "select observed || ' ' || result from gate_verdicts where gate = 'ACTION_ALLOWED'"))
                .containsExactly(action + (action == Action.BUY_STOCK ? " FAILED" : " PASSED"));
    }

    @ParameterizedTest
    @CsvSource({
        "121000, SUBMITTED 0/4: -",
        "60000, SUBMITTED 0/2: -",
        "122, SKIPPED 0/0: NO_CONTRACT"
    })
    @DisplayName("A-76, incident 16: an account buys what its own equity affords, or nothing")
    void sizesByTheEquityOfTheAccount(String equity, String disposition) {
        desk.broker.account(LARGE, DeskAccounts.opened("SIM-large", equity));
        desk.enter();

        assertThat(desk.dispositions()).containsExactly("large NVDA " + disposition);
    }

    private List<String> verdicts() {
        return desk.texts("select gate || ' ' || result from gate_verdicts");
    }

    private static List<String> all(String account, String plan) {
        return Arrays.stream(GateCode.values())
                .map(gate -> gate + " " + (gate.phase() == GateCode.Phase.ACCOUNT ? account : plan))
                .toList();
    }
}
