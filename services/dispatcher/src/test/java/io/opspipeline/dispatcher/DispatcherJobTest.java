package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.LARGE;
import static io.opspipeline.dispatcher.EntryDesk.NVDA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.testkit.PostgresExtension;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class DispatcherJobTest {

    private static final AccountId SECOND = new AccountId("second");
    private static final Ticker AMD = Ticker.of("AMD");

    private EntryDesk desk;
    private EntryProcess process;

    @BeforeEach
    void open(DataSource source) {
        desk = new EntryDesk(source);
        process = new EntryProcess(desk);
    }

    @Test
    @DisplayName("A-55: each signal gets one row and one disposition, however often the job runs")
    void takesASignalOnce() {
        desk.signal(NVDA, Action.BUY_CALL);

        assertThat(process.run(LARGE)).isEqualTo(new JobResult(1, 1, "1 new"));
        desk.until(30);
        assertThat(process.run(LARGE)).isEqualTo(new JobResult(0, 0, "0 new"));
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: the ladder ended");
    }

    @Test
    @DisplayName("A-69: a halted account still takes its signals, and enters none")
    void takesSignalsWhileHalted() {
        desk.change(TradingState.HALTED);
        desk.signal(NVDA, Action.BUY_CALL);
        process.run(LARGE);

        assertThat(desk.broker.received()).isEmpty();
        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: TRADING_STATE");
    }

    @Test
    @DisplayName(
            "A-63, incident 61: of two signals in one run the second meets what the first reserved")
    void countsWhatTheRunReserved() {
        list("AMD261211C00100000");
        desk.signal(AMD, Action.BUY_CALL);
        desk.signal(NVDA, Action.BUY_CALL);
        process.run(LARGE);

        assertThat(desk.broker.received()).hasSize(1);
        assertThat(desk.dispositions())
                .containsExactly("large AMD SUBMITTED 0/4: -", "large NVDA SKIPPED 0/0: PACE");
    }

    @Test
    @DisplayName("A-110, incident 66: a signal that breaks stops no other, and is tried again")
    void goesOnWhenASignalBreaks() {
        list("AMD261211C00100000");
        desk.board.breakFor(AMD);
        desk.signal(AMD, Action.BUY_CALL);
        desk.signal(NVDA, Action.BUY_CALL);

        assertThatThrownBy(() -> process.run(LARGE)).hasMessage("1 of 2 signals failed");
        assertThat(desk.dispositions())
                .containsExactly("large AMD CLAIMED 0/0: -", "large NVDA SUBMITTED 0/4: -");
        desk.until(60);
        desk.beat(LARGE);
        assertThatThrownBy(() -> process.run(LARGE)).isInstanceOf(IllegalStateException.class);
        desk.until(300);
        process.run(LARGE);
        assertThat(desk.dispositions().getFirst()).isEqualTo("large AMD EXPIRED 0/0: EXPIRED");
    }

    @Test
    @DisplayName("A-104, incident 24: a run of one account touches nothing of the other")
    void leavesTheOtherAccountAlone() {
        desk.register(DeskAccounts.swing("second"), "121000");
        desk.signal(NVDA, Action.BUY_CALL);
        process.run(SECOND);
        process.die();
        List<String> before = rowsOf(SECOND);

        var other = new EntryProcess(desk);
        desk.until(10);
        other.run(LARGE);
        desk.until(40);
        other.run(LARGE);

        assertThat(rowsOf(SECOND)).isEqualTo(before);
        assertThat(desk.orders.working(SECOND)).hasSize(1);
        assertThat(desk.broker.received())
                .extracting(order -> order.account().value())
                .containsExactly("second", "large", "large", "large", "large");
        assertThat(desk.dispositions())
                .containsExactly(
                        "second NVDA SUBMITTED 0/4: -",
                        "large NVDA UNFILLED 0/4: the ladder ended");
    }

    @Test
    @DisplayName("A-9: an account that is not registered fails the run by its name")
    void refusesAnUnknownAccount() {
        assertThatThrownBy(() -> process.run(new AccountId("nobody")))
                .hasMessage("account nobody is not registered");
    }

    private void list(String contract) {
        desk.board.stock(AMD, "99.98", "100.02");
        desk.board.contract(contract, "2.44", "2.50");
    }

    private List<String> rowsOf(AccountId account) {
        return desk.texts(
                """
                select 'dispatch ' || d::text from dispatch_executions d where account_id = '%1$s'
                union all
                select 'order ' || o::text from orders o where account_id = '%1$s'
                union all
                select 'account ' || a::text from accounts a where account_id = '%1$s'
                order by 1
                """
                        .formatted(account));
    }
}
