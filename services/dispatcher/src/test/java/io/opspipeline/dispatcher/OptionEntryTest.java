package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.CALL;
import static io.opspipeline.dispatcher.EntryDesk.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.testkit.PostgresExtension;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class OptionEntryTest {

    private static final String NEXT = "NVDA261211C00101000";

    private EntryDesk desk;

    @BeforeEach
    void open(DataSource source) {
        desk = new EntryDesk(source);
    }

    @Test
    @DisplayName("A-73: the best contract is bought, and every candidate stored with its score")
    void buysTheBest() {
        desk.board.contract(NEXT, "1.95", "2.02");
        desk.enter();

        assertThat(desk.broker.blotter()).containsExactly("0 s: BUY 4 at 2.47 as 1");
        assertThat(
                        desk.texts(
                                """
                                select symbol || ' ' || chosen || ' ' || (score > 40) from contract_candidates
                                order by symbol
                                """))
                .containsExactly(CALL + " true true", NEXT + " false true");
    }

    @Test
    @DisplayName("A-74: when the best fails on a fresh quote, the next best is bought")
    void fallsToTheNextBest() {
        desk.board.contract(NEXT, "1.95", "2.02");
        desk.board.requoted(CALL, "2.20", "2.50");
        desk.enter();

        assertThat(desk.broker.received())
                .extracting(order -> order.instrument().symbol())
                .containsExactly(NEXT);
        assertThat(desk.texts("select symbol from contract_candidates where chosen"))
                .containsExactly(NEXT);
    }

    @Test
    @DisplayName("A-74: when none holds on a fresh quote, nothing is bought")
    void skipsWhenNoneHolds() {
        desk.board.requoted(CALL, "2.20", "2.50");
        desk.enter();

        assertThat(desk.broker.received()).isEmpty();
        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: NO_CONTRACT");
    }

    @Test
    @DisplayName("A-72: no contract in the window is NO_EXPIRY")
    void skipsWithoutAChain() {
        enter("AMD", "100.00");

        assertThat(desk.dispositions()).containsExactly("large AMD SKIPPED 0/0: NO_EXPIRY");
    }

    @Test
    @DisplayName("A-60: a stock without a price has no contract")
    void skipsWithoutAPrice() {
        desk.signal(Ticker.of("AMD"), Action.BUY_CALL);
        new EntryProcess(desk).run(EntryDesk.LARGE);

        assertThat(desk.dispositions()).containsExactly("large AMD SKIPPED 0/0: NO_CONTRACT");
    }

    @Test
    @DisplayName(
            "A-60, incident 3: a chain that cannot be read is NO_CONTRACT, and nothing is sent")
    void skipsWithoutAFeed() {
        desk.board.silent(true);
        desk.enter();

        assertThat(desk.broker.received()).isEmpty();
        assertThat(desk.texts("select position_id from active_positions")).isEmpty();
        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: NO_CONTRACT");
    }

    @Test
    @DisplayName("A-71: a signal to buy puts buys a put")
    void buysAPut() {
        desk.board.contract("NVDA261211P00100000", "2.24", "2.30");
        desk.signal(NVDA, Action.BUY_PUT);
        new EntryProcess(desk).run(EntryDesk.LARGE);

        assertThat(desk.broker.received())
                .extracting(order -> order.instrument().symbol())
                .containsExactly("NVDA261211P00100000");
    }

    @Test
    @DisplayName(
            "fault SPOT-ZERO-WRONG-ATM: half of an ask without a bid is no price of a stock, nor its strike at the money")
    void takesNoSpotFromAOneSidedQuote() {
        desk.board.stock(NVDA, "0", "100.02");
        desk.board.contract("NVDA261211P00050000", "2.24", "2.30");
        desk.signal(NVDA, Action.BUY_PUT);
        new EntryProcess(desk).run(EntryDesk.LARGE);

        assertThat(desk.broker.received()).isEmpty();
        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: NO_CONTRACT");
    }

    private void enter(String ticker, String price) {
        desk.board.stock(Ticker.of(ticker), price, price);
        desk.signal(Ticker.of(ticker), Action.BUY_CALL);
        new EntryProcess(desk).run(EntryDesk.LARGE);
    }
}
