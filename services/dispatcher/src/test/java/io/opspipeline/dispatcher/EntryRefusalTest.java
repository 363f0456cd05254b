package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.LARGE;
import static io.opspipeline.dispatcher.EntryDesk.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(PostgresExtension.class)
class EntryRefusalTest {

    private EntryDesk desk;

    @BeforeEach
    void open(DataSource source) {
        desk = new EntryDesk(source);
    }

    @AfterEach
    void nothingBroke() {
        assertThat(desk.time.failures()).isEmpty();
    }

    @ParameterizedTest(name = "A-82, fault {0}: is REJECTED with the broker''s words, not repeated")
    @CsvSource({
        "403-INSUFFICIENT-OBP, OPTIONS_BUYING_POWER, 403, insufficient options buying power, ACTIVE",
        "403-UNCOVERED-INTENT, UNCOVERED_OPTION, 403, not eligible to trade uncovered option, ACTIVE",
        "403-LEVEL-TOO-LOW, LEVEL_TOO_LOW, 403, not eligible for options level 2, REDUCING",
        "403-USER-SUSPENDED, USER_SUSPENDED, 403, new orders are rejected by user request, REDUCING",
        "422-WASH-TRADE, WASH_TRADE, 422, potential wash trade detected, ACTIVE"
    })
    void endsRejected(
            String fault, DenialCode reason, int status, String message, TradingState after) {
        int code = 40_310_000;
        desk.broker.onSubmit(_ -> new SubmitResult.Refused(reason, status, code, message));
        desk.enter();
        desk.until(60);

        assertThat(desk.broker.blotter()).as(fault).containsExactly("0 s: BUY 4 at 2.47 as 1");
        assertThat(desk.dispositions())
                .containsExactly(
                        "large NVDA REJECTED 0/4: refused %d/%d: %s"
                                .formatted(status, code, message));
        assertThat(desk.texts("select denial from dispatch_executions"))
                .containsExactly(reason.name());
        assertThat(desk.texts("select denial from orders")).containsExactly(reason.name());
        assertThat(desk.accounts.tradingStatus(LARGE, desk.time.instant()).state())
                .isEqualTo(after);
    }

    @Test
    @DisplayName("A-82: a refusal that would meet every order stops the account's entries, told")
    void stopsTheEntriesOfTheAccount() {
        desk.broker.onSubmit(_ ->
                new SubmitResult.Refused(
                        DenialCode.USER_SUSPENDED, 403, 40_310_000, "by user request"));
        EntryProcess process = desk.enter();
        desk.until(20 * 60);
        desk.beat(LARGE);
        desk.signal(Ticker.of("AMD"), Action.BUY_CALL);
        process.run(LARGE);

        assertThat(desk.broker.received()).as("nothing is sent again").hasSize(1);
        assertThat(desk.texts("select denial from dispatch_executions order by 1"))
                .containsExactly("TRADING_STATE", "USER_SUSPENDED");
        assertThat(desk.accounts.tradingStatus(LARGE, desk.time.instant()).reason())
                .isEqualTo("USER_SUSPENDED: refused 403/40310000: by user request");
        assertThat(desk.alertsRaised())
                .containsExactly(
                        "CRITICAL large makes no entries until it is resumed. New orders are switched off by the account's own setting. Allow trading in the broker's dashboard, then `resume`. (USER_SUSPENDED: refused 403/40310000: by user request)");
    }

    @Test
    @DisplayName("A-82: a pause by the broker's refusal leaves a halt as it is")
    void leavesWhatIsStricter() {
        desk.broker.onSubmit(_ -> {
            desk.change(TradingState.HALTED);
            return new SubmitResult.Refused(DenialCode.LEVEL_TOO_LOW, 403, 40_310_000, "level");
        });
        desk.enter();

        assertThat(desk.accounts.tradingStatus(LARGE, desk.time.instant()).state())
                .isEqualTo(TradingState.HALTED);
    }

    @Test
    @DisplayName("A-67, A-68: a refused option is never recorded as filled, nor bought as stock")
    void neverFillsOrSubstitutes() {
        desk.broker.onSubmit(_ ->
                new SubmitResult.Refused(DenialCode.BROKER_REFUSED, 403, 40310000, "no options"));
        desk.enter();
        desk.until(60);

        assertThat(desk.broker.received())
                .allSatisfy(order ->
                        assertThat(order.instrument()).isInstanceOf(Instrument.Option.class));
        assertThat(desk.texts("select fill_price from dispatch_executions"))
                .containsExactly("null");
        assertThat(desk.texts("select position_id from active_positions")).isEmpty();
        assertThat(desk.dispatches.usage(LARGE, TEN).working()).isEmpty();
    }

    @Test
    @DisplayName("A-81: a refusal after a partial fill ends the entry PARTIAL")
    void keepsWhatWasFilledBefore() {
        desk.enter();
        desk.at(3, () -> desk.broker.attempt(1).fill(1, Price.of("2.47")));
        desk.broker.onSubmit(
                _ -> new SubmitResult.Refused(DenialCode.BROKER_REFUSED, 403, 40310000, "no more"));
        desk.until(60);

        assertThat(desk.dispositions())
                .containsExactly("large NVDA PARTIAL 1/4: refused 403/40310000: no more");
        assertThat(desk.texts("select quantity from active_positions")).containsExactly("1");
    }

    @Test
    @DisplayName("A-129, fault 429-BURST: the same order goes out again under the same id")
    void repeatsWhenTheRateAllows() {
        desk.broker.onSubmit(
                _ -> new SubmitResult.RateLimited(DenialCode.RATE_LIMITED, TEN.plusSeconds(2)));
        desk.broker.onSubmit(
                _ -> new SubmitResult.RateLimited(DenialCode.RATE_LIMITED, TEN.plusSeconds(4)));
        desk.enter();
        desk.at(
                4,
                () ->
                        desk.broker.onCancel(order -> {
                            order.fill(4, Price.of("2.47"));
                            return desk.broker.end(order);
                        }));
        desk.until(60);

        assertThat(desk.broker.blotter())
                .containsExactly(
                        "0 s: BUY 4 at 2.47 as 1",
                        "2 s: BUY 4 at 2.47 as 1",
                        "4 s: BUY 4 at 2.47 as 1",
                        "5 s: cancel 1");
        assertThat(desk.dispositions()).containsExactly("large NVDA FILLED 4/4: FILLED");
    }

    @Test
    @DisplayName("fault 429-BURST: a limit beyond the next rung ends the entry unsent")
    void givesUpWhenTheRateStaysLimited() {
        desk.broker.onSubmit(
                _ -> new SubmitResult.RateLimited(DenialCode.RATE_LIMITED, TEN.plusSeconds(30)));
        desk.enter();
        desk.until(60);

        assertThat(desk.broker.received()).hasSize(1);
        assertThat(desk.dispositions())
                .containsExactly(
                        "large NVDA UNFILLED 0/4: rate limited until 2026-11-19T15:00:30Z");
    }

    @Test
    @DisplayName("A-82: an entry whose order never gets out ends unsent at its next rung")
    void givesUpWhatCannotBeSent() {
        for (int second = 1; second <= 6; second++) {
            Instant next = TEN.plusSeconds(second);
            desk.broker.onSubmit(_ ->
                    new SubmitResult.NotSent(DenialCode.KEYS_UNUSABLE.says("half a pair"), next));
        }
        desk.enter();
        desk.until(60);

        assertThat(desk.broker.received()).hasSize(6);
        assertThat(desk.dispositions()).containsExactly("large NVDA UNFILLED 0/4: half a pair");
    }

    @Test
    @DisplayName("A-69: an order that waits for its rate is not sent once the account is HALTED")
    void doesNotRepeatOnceHalted() {
        desk.broker.onSubmit(
                _ -> new SubmitResult.RateLimited(DenialCode.RATE_LIMITED, TEN.plusSeconds(3)));
        desk.enter();
        desk.at(1, () -> desk.change(TradingState.HALTED));
        desk.until(60);

        assertThat(desk.broker.received()).hasSize(1);
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: the account may not enter any more");
    }

    @Test
    @DisplayName("A-106: an account that is disabled during a ladder gets no further rung")
    void stopsWhenDisabled() {
        desk.enter();
        desk.at(2, () -> desk.accounts.register(DeskAccounts.disabled("large"), TEN));
        desk.until(60);

        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "5 s: cancel 1");
    }
}
