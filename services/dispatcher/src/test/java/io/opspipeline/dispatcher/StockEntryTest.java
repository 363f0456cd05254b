package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.LARGE;
import static io.opspipeline.dispatcher.EntryDesk.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.testkit.PostgresExtension;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class StockEntryTest {

    private EntryDesk desk;

    @BeforeEach
    void open(DataSource source) {
        desk = new EntryDesk(source);
        desk.register(DeskAccounts.hybrid("large"), "121000");
    }

    @Test
    @DisplayName("A-78: shares climb from mid to ask in cents, as many as the risk budget allows")
    void buysShares() {
        enter();
        desk.until(60);

        assertThat(desk.broker.blotter())
                .containsExactly(
                        "0 s: BUY 16 at 100.00 as 1",
                        "5 s: cancel 1",
                        "5 s: BUY 16 at 100.01 as 2",
                        "10 s: cancel 2",
                        "10 s: BUY 16 at 100.02 as 3",
                        "15 s: cancel 3",
                        "15 s: BUY 16 at 100.02 as 4",
                        "20 s: cancel 4");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/16: the ladder ended");
    }

    @Test
    @DisplayName("A-76, incident 16: shares are sized by the account's own equity")
    void sizesByTheEquityOfTheAccount() {
        desk.register(DeskAccounts.hybrid("large"), "2400");
        enter();

        // 1 % of 2,400, at a risk of 3 % a share, is 800.
        assertThat(desk.dispositions()).containsExactly("large NVDA SUBMITTED 0/7: -");
    }

    @Test
    @DisplayName("A-77: a share that costs more than its part is SIZE_ZERO")
    void skipsAShareThatIsTooDear() {
        desk.board.stock(NVDA, "2000.50", "2001.00");
        enter();

        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: SIZE_ZERO");
    }

    @Test
    @DisplayName("A-60: without a bid no share is bought")
    void skipsWithoutABid() {
        desk.board.stock(NVDA, "0", "100.02");
        enter();

        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: NO_CONTRACT");
    }

    @Test
    @DisplayName("A-60: a feed without an answer buys nothing")
    void skipsWithoutAFeed() {
        desk.board.silent(true);
        enter();

        assertThat(desk.broker.received()).isEmpty();
        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: NO_CONTRACT");
    }

    @Test
    @DisplayName("A-107, A-118: an account of options only buys no stock")
    void buysNoStockUnderOptionsOnly() {
        desk.register(DeskAccounts.swing("large"), "121000");
        enter();

        assertThat(desk.broker.received()).isEmpty();
        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: ACTION_ALLOWED");
    }

    @Test
    @DisplayName("A-107, incident 63: of two accounts each does what its own row allows")
    void keepsEachAccountToItsOwnRow() {
        var options = new AccountId("options");
        desk.register(DeskAccounts.swing("options"), "121000");
        desk.signal(NVDA, Action.BUY_STOCK);
        var process = new EntryProcess(desk);
        process.run(LARGE);
        process.run(options);

        assertThat(desk.broker.received())
                .extracting(order -> order.account())
                .containsExactly(LARGE);
        assertThat(desk.dispositions())
                .containsExactly(
                        "large NVDA SUBMITTED 0/16: -", "options NVDA SKIPPED 0/0: ACTION_ALLOWED");
    }

    private void enter() {
        desk.signal(NVDA, Action.BUY_STOCK);
        new EntryProcess(desk).run(LARGE);
    }
}
