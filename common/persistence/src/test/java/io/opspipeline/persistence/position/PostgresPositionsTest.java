package io.opspipeline.persistence.position;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.DAY_START;
import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.MSFT;
import static io.opspipeline.persistence.Scene.TEN;
import static io.opspipeline.persistence.Scene.TINY;
import static io.opspipeline.persistence.Scene.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.activity.BrokerActivity;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.position.AdoptedPosition;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.PositionMarks;
import io.opspipeline.domain.position.PositionOrigin;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.persistence.Entry;
import io.opspipeline.persistence.Scene;
import io.opspipeline.testkit.PostgresExtension;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresPositionsTest {

    private static final Instant LATER = TEN.plusSeconds(600);

    private Scene scene;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
        scene.bar(AAPL, TEN.minus(Bar.LENGTH), "100.25");
    }

    @Test
    @DisplayName("A-104, incident 24: an account reads what it holds, and nothing of another")
    void readsWhatTheExitsNeed() {
        Entry.held(scene, LARGE, AAPL);

        HeldPosition held = held();

        assertThat(held.entrySpread())
                .hasValueSatisfying(spread -> assertThat(spread).isEqualByComparingTo("0.10"));
        assertThat(held.underlyingAtEntry()).contains(Price.of("100.25"));
        assertThat(held.peak()).isEmpty();
        assertThat(held.position().strategy()).isEqualTo(Strategy.SWING);
        assertThat(held.closingRule()).isEmpty();
        assertThat(scene.positions.held(TINY)).isEmpty();
        assertThat(scene.positions.contractsInUse(TINY)).isEmpty();
        assertThat(scene.positions.contractsInUse(LARGE))
                .containsExactly(OccSymbol.parse("AAPL261211C00100000"));
    }

    @Test
    @DisplayName("A-92: the peak persists and never falls")
    void keepsThePeak() {
        long id = Entry.held(scene, LARGE, AAPL);

        scene.positions.saveMarks(LARGE, List.of(marks(id, "3.40", "3.40", "2.40", LATER)));
        scene.positions.saveMarks(
                LARGE, List.of(marks(id, "2.60", "2.60", "2.60", LATER.plusSeconds(5))));
        scene.positions.saveMarks(LARGE, List.of(marks(id, "9", "2.60", "2.60", TEN)));
        scene.positions.saveMarks(TINY, List.of(marks(id, "9", "9", "0.01", LATER)));

        assertThat(held().peak()).contains(Price.of("3.40"));
        assertThat(held().trough()).contains(Price.of("2.40"));
        assertThat(scene.texts("select last_mark from active_positions")).containsExactly("2.60");
    }

    @Test
    @DisplayName("A-91: a higher rule takes over the close, a lower one does not")
    void closesUnderTheHighestRule() {
        long id = Entry.held(scene, LARGE, AAPL);
        Instant latest = LATER.plusSeconds(60);

        scene.positions.closing(LARGE, id, ExitReason.PARTIAL, "+31 %", TEN);
        assertThat(held().position().state()).isEqualTo(PositionState.OPEN);
        assertThat(scene.positions.closingSince(LARGE, id)).contains(TEN);
        scene.positions.closing(LARGE, id, ExitReason.STOP_LOSS, "-26 %", LATER);
        scene.positions.closing(LARGE, id, ExitReason.STOP_LOSS, "-27 %", latest);
        scene.positions.closing(LARGE, id, ExitReason.TAKE_PROFIT, "+50 %", latest);

        assertThat(held().closingRule()).contains(ExitReason.STOP_LOSS);
        assertThat(held().position().state()).isEqualTo(PositionState.CLOSING);
        assertThat(events())
                .containsExactly("OPENED", "CLOSING PARTIAL: +31 %", "CLOSING STOP_LOSS: -26 %");
        assertThat(scene.positions.closingSince(LARGE, id)).contains(LATER);
        assertThat(scene.positions.closingSince(TINY, id)).isEmpty();
    }

    @Test
    @DisplayName("A-95: a close that was given up is watched again")
    void reopens() {
        long id = Entry.held(scene, LARGE, AAPL);
        scene.positions.closing(LARGE, id, ExitReason.STOP_LOSS, "-26 %", LATER);

        scene.positions.reopened(LARGE, id, "refused 3 times", LATER);
        scene.positions.reopened(LARGE, id, "again", LATER);

        assertThat(held().closingRule()).isEmpty();
        assertThat(held().position().state()).isEqualTo(PositionState.OPEN);
        assertThat(events()).hasSize(3);
    }

    @Test
    @DisplayName("A-93: PARTIAL fires once")
    void takesThePartOnce() {
        long id = Entry.held(scene, LARGE, AAPL);
        scene.positions.closing(LARGE, id, ExitReason.PARTIAL, "+31 %", LATER);

        scene.positions.partialTaken(LARGE, id, LATER);
        scene.positions.partialTaken(LARGE, id, LATER);

        assertThat(held().partialTaken()).isTrue();
        assertThat(held().closingRule()).isEmpty();
        assertThat(events()).hasSize(3);
    }

    @Test
    @DisplayName("A-99: an expiry ends with its own reason and an outcome")
    void expiresWorthless() {
        long id = Entry.held(scene, LARGE, AAPL);

        scene.positions.end(LARGE, id, PositionState.EXPIRED, "EXPIRED", LATER);
        scene.positions.end(LARGE, id, PositionState.RECONCILED, "again", LATER);

        assertThat(scene.positions.held(LARGE)).isEmpty();
        assertThat(
                        scene.texts(
                                "select end_state || ' ' || exit_reason || ' ' || pnl from outcomes"))
                .containsExactly("EXPIRED EXPIRED -500.0959");
        assertThat(scene.positions.realisedSince(LARGE, DAY_START))
                .isEqualTo(Money.of("-500.0959"));
        assertThat(scene.positions.latestResults(LARGE, 5)).containsExactly(Optional.of(false));
    }

    @Test
    @DisplayName("A-63, A-104, incidents 24, 61, 62: no result of one account counts for another")
    void countsTheResultsOfEachAccountAlone() {
        long sold = Entry.held(scene, LARGE, AAPL);
        scene.positions.tradedOutside(LARGE, sold, List.of(sold(held(), "a", 2)), LATER);
        long expired = Entry.held(scene, LARGE, MSFT);
        scene.positions.end(LARGE, expired, PositionState.EXPIRED, "EXPIRED", LATER);
        Money ofLarge = scene.positions.realisedSince(LARGE, DAY_START);

        assertThat(scene.positions.realisedSince(TINY, DAY_START)).isEqualTo(Money.ZERO);
        assertThat(scene.positions.latestResults(TINY, 5)).isEmpty();
        assertThat(scene.dispatches.usage(TINY, DAY_START))
                .isEqualTo(new LimitUsage(List.of(), List.of(), List.of(), Money.ZERO));

        long ofTiny = Entry.held(scene, TINY, AAPL);
        scene.positions.end(TINY, ofTiny, PositionState.EXPIRED, "EXPIRED", LATER);
        assertThat(scene.positions.realisedSince(TINY, DAY_START)).isEqualTo(Money.of("-500.0959"));
        assertThat(scene.positions.realisedSince(LARGE, DAY_START)).isEqualTo(ofLarge);
        assertThat(scene.positions.latestResults(LARGE, 5))
                .containsExactly(Optional.of(false), Optional.of(true));
    }

    @Test
    @DisplayName("A-99, incident 43: an exercised put is worth what the stock is below its strike")
    void settlesAnExercisedPut() {
        var put =
                new AdoptedPosition(
                        Instrument.ofSymbol("MSFT261211P00100000"),
                        3,
                        Price.of("1.20"),
                        Strategy.DAY,
                        Optional.empty());
        long id = scene.positions.adopt(TINY, put, TEN);
        scene.bar(MSFT, LATER.minus(Bar.LENGTH), "96.00");

        scene.positions.end(TINY, id, PositionState.EXERCISED, "exercised", LATER);

        assertThat(scene.texts("select exit_price from outcomes")).containsExactly("4.00");
        assertThat(scene.positions.latestResults(TINY, 5)).containsExactly(Optional.of(true));
    }

    @Test
    void settlesAnExerciseAtIntrinsicValue() {
        long id = Entry.held(scene, LARGE, AAPL);
        scene.bar(AAPL, LATER.minus(Bar.LENGTH), "104.00");

        scene.positions.end(LARGE, id, PositionState.EXERCISED, "exercised", LATER);

        assertThat(scene.texts("select exit_price from outcomes")).containsExactly("4.00");
        assertThat(scene.positions.latestResults(LARGE, 5)).containsExactly(Optional.of(true));
    }

    @Test
    @DisplayName("A-98: a position that the broker does not have ends without a result")
    void endsReconciledWithoutAResult() {
        long id = Entry.held(scene, LARGE, AAPL);

        scene.positions.end(LARGE, id, PositionState.RECONCILED, "not at the broker", LATER);

        assertThat(scene.positions.latestResults(LARGE, 5)).containsExactly(Optional.empty());
        assertThatThrownBy(() -> scene.positions.end(LARGE, id, PositionState.CLOSED, "", LATER))
                .hasMessage("CLOSED is made by fills alone");
        assertThatThrownBy(() -> scene.positions.end(TINY, id, PositionState.EXPIRED, "", LATER))
                .hasMessage("tiny has no position " + id);
    }

    @Test
    @DisplayName("A-98: a position found at the broker is adopted once")
    void adoptsOnce() {
        var found =
                new AdoptedPosition(
                        call(MSFT), 3, Price.of("1.20"), Strategy.DAY, Optional.empty());

        long id = scene.positions.adopt(TINY, found, LATER);

        assertThat(scene.positions.adopt(TINY, found, LATER)).isEqualTo(id);
        assertThat(scene.positions.held(TINY))
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.position().origin()).isEqualTo(PositionOrigin.ADOPTED);
                    assertThat(held.position().entryPrice()).isEqualTo(Price.of("1.20"));
                    assertThat(held.stop()).isEqualTo(Price.of("0.90"));
                });
        scene.positions.end(TINY, id, PositionState.RECONCILED, "gone", LATER);
        assertThat(scene.positions.adopt(TINY, found, LATER)).isNotEqualTo(id);
    }

    @Test
    @DisplayName("A-99: a sale by hand closes at its price, with its fees, and counts for the day")
    void closesByHand() {
        long id = Entry.held(scene, LARGE, AAPL);
        HeldPosition held = held();
        List<BrokerActivity.Filled> sales = List.of(sold(held, "a", 1), sold(held, "b", 1));
        scene.positions.tradedOutside(LARGE, id, List.of(sold(held, "a", 1)), LATER);

        assertThat(scene.positions.unbooked(LARGE, sales)).containsExactly(sales.getLast());
        scene.positions.tradedOutside(LARGE, id, sales, LATER);

        assertThat(scene.positions.held(LARGE)).isEmpty();
        assertThat(
                        scene.texts(
                                "select end_state || ' ' || exit_reason || ' ' || exit_price from outcomes"))
                .containsExactly("CLOSED BY_HAND 2.75");
        assertThat(scene.texts("select round(pnl + fees, 2)::text from outcomes"))
                .containsExactly("50.00");
        assertThat(scene.positions.realisedSince(LARGE, DAY_START).toString())
                .isEqualTo(
                        new Money(
                                        new BigDecimal(
                                                scene.texts("select pnl from outcomes").getFirst()))
                                .toString());
    }

    @Test
    void addsWhatWasBoughtByHand() {
        long id = Entry.held(scene, LARGE, AAPL);
        BrokerActivity.Filled bought = traded(held(), Side.BUY, "a", 2, "3.50");

        scene.positions.tradedOutside(LARGE, id, List.of(bought), LATER);

        assertThat(held().position().quantity()).isEqualTo(4);
        assertThat(held().position().entryPrice()).isEqualTo(Price.of("3.00"));
        assertThat(held().stop()).isEqualTo(Price.of("2.25"));
    }

    private static BrokerActivity.Filled sold(HeldPosition held, String id, int quantity) {
        return traded(held, Side.SELL, id, quantity, "2.75");
    }

    private static BrokerActivity.Filled traded(
            HeldPosition held, Side side, String id, int quantity, String price) {
        return new BrokerActivity.Filled(
                new BrokerActivity.Line(
                        Optional.of(id), Optional.empty(), Optional.of(LATER), Optional.empty()),
                new BrokerOrderId("by-hand"),
                held.position().instrument(),
                side,
                quantity,
                Price.of(price),
                quantity,
                0);
    }

    private HeldPosition held() {
        return scene.positions.held(LARGE).getFirst();
    }

    private List<String> events() {
        return scene.texts(
                """
                select case kind when 'CLOSING' then kind || ' ' || detail else kind end
                from position_events order by event_id
                """);
    }

    private static PositionMarks marks(
            long id, String mark, String peak, String trough, Instant at) {
        Price bid = Price.of(mark);
        return new PositionMarks(
                id, bid, bid.plus(new BigDecimal("0.05")), Price.of(peak), Price.of(trough), at);
    }
}
