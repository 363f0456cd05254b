package io.opspipeline.persistence.position;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.MSFT;
import static io.opspipeline.persistence.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.PositionMarks;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.persistence.Entry;
import io.opspipeline.persistence.Scene;
import io.opspipeline.testkit.PostgresExtension;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.BadSqlGrammarException;

@ExtendWith(PostgresExtension.class)
class OutcomesTest {

    private static final Instant LATER = TEN.plusSeconds(600);

    private Scene scene;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
    }

    @Test
    @DisplayName("A-103: an outcome has the result, R, excursions, time, reason, entry and account")
    void tellsTheWholeTrade() {
        scene.bar(AAPL, TEN.minus(Bar.LENGTH), "100.25");
        Entry entry = Entry.reserved(scene, LARGE, AAPL);
        entry.news(1, BrokerOrderStatus.PARTIALLY_FILLED, 1, "2.40", TEN.plusSeconds(2));
        entry.news(1, BrokerOrderStatus.FILLED, 2, "2.45", TEN.plusSeconds(3));
        scene.positions.saveMarks(LARGE, List.of(seen("3.80", "2.20")));
        sell(ExitReason.TAKE_PROFIT, "3.70");

        Map<String, Object> outcome = scene.rows("select * from outcomes").getFirst();
        assertThat(outcome)
                .containsEntry("account_id", "large")
                .containsEntry("ticker", "AAPL")
                .containsEntry("symbol", "AAPL261211C00100000")
                .containsEntry("strategy", "SWING")
                .containsEntry("instrument_type", "CALL")
                .containsEntry("end_state", "CLOSED")
                .containsEntry("exit_reason", "TAKE_PROFIT")
                .containsEntry("quantity", 2)
                .containsEntry("entry_price", new BigDecimal("2.45"))
                .containsEntry("exit_price", new BigDecimal("3.70"))
                .containsEntry("pnl", new BigDecimal("249.80262"))
                .containsEntry("fees", new BigDecimal("0.19738"))
                .containsEntry("mae", new BigDecimal("-0.25"))
                .containsEntry("mfe", new BigDecimal("1.35"))
                .containsEntry("held_seconds", 598L)
                .containsEntry("confidence", 0.7)
                .containsEntry("entry_implied_vol", 0.31)
                .containsEntry("entry_spread", new BigDecimal("0.10"))
                .containsEntry("feed", "sip")
                .doesNotContainValue(null);
        assertThat((double) outcome.get("return_share")).isCloseTo(249.80262 / 490, within(1e-12));
        assertThat((double) outcome.get("r_multiple"))
                .isCloseTo(249.80262 / (0.25 * 490), within(1e-12));
        assertThat(outcome.get("entry_features").toString())
                .contains("\"volume_ratio\": 2.5", "\"trend_state\": 1", "\"sma20\": 100");
    }

    @Test
    @DisplayName("A-102, incident 32: an end whose outcome cannot be stored has not happened")
    void endsTogetherOrNotAtAll() {
        Entry.held(scene, LARGE, AAPL);
        Order exit = exit(ExitReason.STOP_LOSS);
        scene.orders.commitIntent(exit, Optional.empty());
        sql("alter table outcomes rename to outcomes_elsewhere");

        assertThatThrownBy(() -> filled(exit, "1.80")).isInstanceOf(BadSqlGrammarException.class);

        assertThat(held().position().quantity()).isEqualTo(2);
        assertThat(scene.orders.working(LARGE)).containsExactly(exit);
        assertThat(scene.texts("select side from fills")).containsExactly("BUY");
        assertThat(events()).containsExactly("OPENED");

        sql("alter table outcomes_elsewhere rename to outcomes");
        filled(exit, "1.80");
        assertThat(scene.positions.held(LARGE)).isEmpty();
        assertThat(events()).containsExactly("OPENED", "REDUCED", "ENDED");
        assertThat(scene.texts("select exit_reason from outcomes")).containsExactly("STOP_LOSS");
    }

    @Test
    @DisplayName("A-102, incident 32: an end without a fill stands or falls with its outcome, too")
    void expiresTogetherOrNotAtAll() {
        long id = Entry.held(scene, LARGE, AAPL);
        sql("alter table outcomes rename to outcomes_elsewhere");

        assertThatThrownBy(() -> end(id, PositionState.EXPIRED))
                .isInstanceOf(BadSqlGrammarException.class);

        assertThat(held().position().state()).isEqualTo(PositionState.OPEN);
        assertThat(events()).containsExactly("OPENED");
    }

    @Test
    @DisplayName("A-102: as many outcomes as ends, whatever ended the position; none before")
    void countsAsManyOutcomesAsEnds() {
        Entry.held(scene, LARGE, AAPL);
        sell(ExitReason.STOP_LOSS, "1.80");
        for (PositionState end :
                List.of(
                        PositionState.EXPIRED,
                        PositionState.ASSIGNED,
                        PositionState.EXERCISED,
                        PositionState.RECONCILED)) {
            var ticker = new Ticker(end.name().substring(0, 4));
            scene.bar(ticker, LATER.minus(Bar.LENGTH), "104.00");
            end(Entry.held(scene, LARGE, ticker), end);
        }
        Entry.held(scene, LARGE, MSFT);

        assertThat(
                        scene.texts(
                                """
                                select p.state || ' ' || o.end_state || ' ' || o.exit_reason || ' '
                                    || (p.ended_at = o.ended_at)
                                from active_positions p full join outcomes o using (position_id)
                                where p.ended_at is not null or o.position_id is not null
                                order by position_id
                                """))
                .containsExactly(
                        "CLOSED CLOSED STOP_LOSS true",
                        "EXPIRED EXPIRED EXPIRED true",
                        "ASSIGNED ASSIGNED ASSIGNED true",
                        "EXERCISED EXERCISED EXERCISED true",
                        "RECONCILED RECONCILED RECONCILED true");
        assertThat(scene.texts("select kind from position_events where kind = 'ENDED'")).hasSize(5);
    }

    private void sell(ExitReason rule, String price) {
        Order exit = exit(rule);
        scene.orders.commitIntent(exit, Optional.empty());
        filled(exit, price);
    }

    private Order exit(ExitReason rule) {
        var position = held().position();
        OrderRequest request =
                new OrderRequest(
                        ClientOrderId.exit(
                                LARGE, position.instrument(), position.openedAt(), rule, 1),
                        LARGE,
                        position.instrument(),
                        Side.SELL,
                        2,
                        Optional.of(Price.of("1.80")));
        return Order.intent(request, new OrderPurpose.Exit(held().id(), rule), 1, LATER);
    }

    private void filled(Order exit, String price) {
        scene.orders.apply(
                LARGE,
                Entry.update(
                        exit.id(), BrokerOrderStatus.FILLED, 2, price, Optional.empty(), LATER));
    }

    private void end(long position, PositionState end) {
        scene.positions.end(LARGE, position, end, "by " + end, LATER);
    }

    private PositionMarks seen(String peak, String trough) {
        return new PositionMarks(
                held().id(),
                Price.of("3.70"),
                Price.of("3.75"),
                Price.of(peak),
                Price.of(trough),
                LATER.minusSeconds(5));
    }

    private HeldPosition held() {
        return scene.positions.held(LARGE).getFirst();
    }

    private List<String> events() {
        return scene.texts("select kind from position_events order by event_id");
    }

    private void sql(String statement) {
        scene.database.jdbc().sql(statement).update();
    }
}
