package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.testkit.PostgresExtension;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Entries whose news the trade stream brings while the ladder waits for its next rung.
@ExtendWith(PostgresExtension.class)
class EntryNewsTest {

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
    @DisplayName("A-81: a fill that the stream brought needs no cancel")
    void hearsOfTheFillFromTheStream() {
        desk.enter();
        desk.at(
                2,
                () -> {
                    desk.broker.attempt(1).fill(4, Price.of("2.46"));
                    desk.orders.apply(LARGE, news());
                });
        desk.until(60);

        assertThat(desk.broker.blotter()).containsExactly("0 s: BUY 4 at 2.47 as 1");
        assertThat(desk.dispositions()).containsExactly("large NVDA FILLED 4/4: FILLED");
    }

    @Test
    @DisplayName("fault REJECT-AFTER-ACCEPT: an order that a venue refuses ends the entry REJECTED")
    void isRejectedByAVenue() {
        desk.enter();
        desk.at(
                2,
                () -> {
                    desk.broker.attempt(1).become(BrokerOrderStatus.REJECTED);
                    desk.orders.apply(LARGE, news());
                });
        desk.until(60);

        assertThat(desk.broker.blotter()).containsExactly("0 s: BUY 4 at 2.47 as 1");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA REJECTED 0/4: ended at the broker: REJECTED");
    }

    @Test
    @DisplayName("A-100, fault FILL-BEFORE-ACK: a fill that comes before the answer stays booked")
    void hearsOfTheFillBeforeTheAnswer() {
        desk.broker.onSubmit(order -> {
            var answer = desk.broker.accept(order);
            desk.broker.attempt(1).fill(4, Price.of("2.46"));
            desk.orders.apply(LARGE, news());
            return answer;
        });
        desk.enter();
        desk.until(60);

        assertThat(desk.broker.blotter()).containsExactly("0 s: BUY 4 at 2.47 as 1");
        assertThat(desk.dispositions()).containsExactly("large NVDA FILLED 4/4: FILLED");
        assertThat(desk.texts("select quantity from active_positions")).containsExactly("4");
    }

    @Test
    @DisplayName(
            "A-100, fault DUPLICATE-EXECUTION-ID: a fill that stream and books bring is booked once")
    void booksAFillOnce() {
        desk.enter();
        desk.at(
                2,
                () -> {
                    desk.broker.attempt(1).fill(1, Price.of("2.46"));
                    desk.orders.apply(LARGE, news());
                    desk.orders.apply(LARGE, news());
                });
        desk.until(60);

        assertThat(desk.broker.blotter())
                .startsWith("0 s: BUY 4 at 2.47 as 1", "5 s: cancel 1", "5 s: BUY 3 at 2.48 as 2");
        assertThat(desk.texts("select quantity from active_positions")).containsExactly("1");
        assertThat(desk.dispositions()).containsExactly("large NVDA PARTIAL 1/4: the ladder ended");
    }

    private OrderUpdate news() {
        return desk.broker.attempt(1).update(OrderUpdate.Source.STREAM, desk.time.instant());
    }
}
