package io.opspipeline.tradestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderMachine;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.testkit.PageSection;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import io.opspipeline.testkit.crash.CrashMatrix;
import io.opspipeline.testkit.crash.Died;
import io.opspipeline.testkit.crash.MortalClient;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// News of the broker is booked in one transaction: the stream dies before or after its commit, and
/// the next one reads the books.
@ExtendWith(PostgresExtension.class)
class NewsCrashesTest {

    private static final String NOTHING_LEFT = "Nothing is left of what was ordered";

    private final CrashMatrix<OrderState> matrix = new CrashMatrix<>(OrderState.class);

    /// How much of an order fills with the news.
    private enum Fills {
        NOTHING("nothing new", 0, 0),
        PART("a part fills", 1, 2),
        REST("the rest fills", CrashDesk.QUANTITY, 1),
        /// Fault OVERFILL.
        MORE("more than was ordered fills", CrashDesk.QUANTITY, 0);

        private final String words;
        private final int most;
        private final int needed;

        Fills(String words, int most, int needed) {
            this.words = words;
            this.most = most;
            this.needed = needed;
        }

        /// What the order has filled then, in all.
        int after(Order order) {
            int ordered = order.filledQuantity() + Math.min(most, order.remaining());
            return this == MORE ? ordered + 1 : ordered;
        }
    }

    @Test
    @DisplayName(
            "A-56, A-128, fault OVERFILL: every state x news x crash point ends as the books say, once")
    void newsOfTheBroker(TestDatabase database) throws IOException {
        try (var connection =
                new SingleConnectionDataSource(
                        database.url(), database.user(), database.password(), true)) {
            var desk = new CrashDesk(connection);
            for (BrokerOrderStatus word : BrokerOrderStatus.values()) {
                for (Fills fills : Fills.values()) {
                    for (OrderState state : OrderState.values()) {
                        both(desk, state, word, fills);
                    }
                }
            }
        }

        assertThat(matrix.holes()).isEmpty();
        new PageSection("docs/crash-points.md", "News of the broker")
                .requireSays(
                        """
                        The trade-stream hears of an order, and dies before or after it has booked that, in one transaction. What was lost is read from the broker's books by the next process. It died %d times.

                        %s\
                        """
                                .formatted(matrix.size(), matrix.text()));
    }

    private void both(CrashDesk desk, OrderState state, BrokerOrderStatus word, Fills fills) {
        String event = word + ", " + fills.words;
        if (state == OrderState.FILLED && fills.needed > 0) {
            for (MortalClient.Moment moment : MortalClient.Moment.values()) {
                matrix.cannotBe(state, event, moment.of("the commit"), NOTHING_LEFT);
            }
            return;
        }
        String before = end(desk, state, word, fills, MortalClient.Moment.BEFORE);
        String after = end(desk, state, word, fills, MortalClient.Moment.AFTER);
        assertThat(before).as("%s: %s", state, event).isEqualTo(after);
    }

    private String end(
            CrashDesk desk,
            OrderState state,
            BrokerOrderStatus word,
            Fills fills,
            MortalClient.Moment moment) {
        CrashCase each = desk.order(state);
        Order order = each.order();
        String stored = each.stored();
        assertThat(order.state()).isEqualTo(state);
        var process = new MortalClient(desk.source);
        var stream = each.start(process);
        assertThat(each.stored()).as("books and database agree").isEqualTo(stored);

        int filled = fills.after(order);
        var news = each.news(word, filled);
        Order expected = OrderMachine.apply(order, news).after();
        each.writeInBooks(truth(state, word, filled), filled);
        process.dieAtNextCommit(moment);
        assertThatThrownBy(() -> stream.updated(news)).isInstanceOf(Died.class);
        assertThat(each.order().state())
                .isEqualTo(moment == MortalClient.Moment.BEFORE ? state : expected.state());

        each.start(new MortalClient(desk.source));
        String end = each.stored();
        assertThat(end)
                .startsWith(
                        "%s %d, fills %2$d, held %2$d, positions %d, orders 1"
                                .formatted(expected.state(), filled, filled == 0 ? 0 : 1));
        if (moment == MortalClient.Moment.AFTER) {
            each.start(new MortalClient(desk.source));
            assertThat(each.stored()).as("another comparison changes nothing").isEqualTo(end);
        }
        matrix.ends(
                state, word + ", " + fills.words, moment.of("the commit"), expected.state().name());
        return end;
    }

    /// What the books say: an order that has ended stays so, whatever late news tells.
    private static BrokerOrderStatus truth(OrderState state, BrokerOrderStatus word, int filled) {
        if (filled >= CrashDesk.QUANTITY) {
            return BrokerOrderStatus.FILLED;
        }
        return switch (state) {
            case CANCELED -> BrokerOrderStatus.CANCELED;
            case EXPIRED -> BrokerOrderStatus.EXPIRED;
            case REJECTED -> BrokerOrderStatus.REJECTED;
            case INTENT, IN_DOUBT, SUBMITTED, PARTIALLY_FILLED, PENDING_CANCEL, FILLED, LOST ->
                    word;
        };
    }
}
