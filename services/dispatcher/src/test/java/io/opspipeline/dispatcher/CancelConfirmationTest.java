package io.opspipeline.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.ports.broker.CancelResult;
import io.opspipeline.testkit.PostgresExtension;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class CancelConfirmationTest {

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
    @DisplayName(
            "fault PENDING-CANCEL-STUCK: a person is told after 20 s, and the cancel asked again")
    void tellsOfACancelThatSticks() {
        desk.broker.onCancel(order -> {
            order.become(BrokerOrderStatus.PENDING_CANCEL);
            return new CancelResult.Accepted();
        });
        desk.enter();
        desk.until(24);
        assertThat(desk.alertsRaised()).isEmpty();
        assertThat(desk.ordersStored()).containsExactly("1 PENDING_CANCEL 0/4");

        desk.until(60);
        assertThat(desk.alertsRaised())
                .singleElement()
                .asString()
                .startsWith("CRITICAL the cancel of large:NVDA:");
        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "5 s: cancel 1", "24 s: cancel 1");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: the ladder ended");
    }

    @Test
    @DisplayName("A-78: no second order goes out while the first may still fill")
    void waitsForTheEndOfTheOrder() {
        desk.broker.onCancel(order -> {
            order.become(BrokerOrderStatus.PENDING_CANCEL);
            return new CancelResult.Accepted();
        });
        desk.enter();
        desk.at(8, () -> desk.broker.attempt(1).fill(4, Price.of("2.47")));
        desk.until(60);

        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "5 s: cancel 1");
        assertThat(desk.dispositions()).containsExactly("large NVDA FILLED 4/4: FILLED");
    }

    @Test
    @DisplayName("A-129: a cancel without a readable answer is asked again at the next look")
    void asksAgainWithoutAnAnswer() {
        desk.broker.onCancel(
                _ -> new CancelResult.InDoubt(DenialCode.BROKER_ERROR.says("HTTP 500")));
        desk.enter();
        desk.until(6);

        assertThat(desk.broker.blotter())
                .containsExactly(
                        "0 s: BUY 4 at 2.47 as 1",
                        "5 s: cancel 1",
                        "5 s: cancel 1",
                        "5 s: BUY 4 at 2.48 as 2");
    }

    @Test
    @DisplayName("fault CANCEL-REJECTED: a cancel that was taken and not done is asked for again")
    void asksAgainForAnOrderThatWorksOn() {
        desk.broker.onCancel(_ -> new CancelResult.Accepted());
        desk.enter();
        desk.until(8);

        assertThat(desk.broker.blotter())
                .containsExactly(
                        "0 s: BUY 4 at 2.47 as 1",
                        "5 s: cancel 1",
                        "5 s: cancel 1",
                        "6 s: BUY 4 at 2.48 as 2");
    }

    @Test
    @DisplayName("fault CANCEL-REJECTED: so is one whose order could not be cancelled then")
    void asksAgainForAnOrderThatCouldNotBeCancelled() {
        desk.broker.onCancel(_ -> new CancelResult.AlreadyEnded("order is not cancelable"));
        desk.enter();
        desk.until(8);

        assertThat(desk.broker.blotter())
                .containsExactly(
                        "0 s: BUY 4 at 2.47 as 1",
                        "5 s: cancel 1",
                        "5 s: cancel 1",
                        "6 s: BUY 4 at 2.48 as 2");
    }

    @Test
    @DisplayName("fault CANCEL-UNKNOWN: the books say how an order ended that cannot be cancelled")
    void readsHowAnUnknownOrderEnded() {
        desk.broker.onCancel(order -> {
            order.become(BrokerOrderStatus.EXPIRED);
            return new CancelResult.Unknown();
        });
        desk.enter();
        desk.until(60);

        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "5 s: cancel 1");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: ended at the broker: EXPIRED");
        assertThat(desk.texts("select denial from dispatch_executions"))
                .containsExactly("EXPIRED_AT_BROKER");
    }

    @Test
    @DisplayName("A-129: a cancel is confirmed once the books can be read again")
    void waitsForTheBooks() {
        desk.enter();
        desk.at(4, () -> desk.broker.unreadable(true));
        desk.at(9, () -> desk.broker.unreadable(false));
        desk.until(11);

        assertThat(desk.broker.blotter())
                .containsExactly(
                        "0 s: BUY 4 at 2.47 as 1", "5 s: cancel 1", "10 s: BUY 4 at 2.49 as 3");
    }
}
