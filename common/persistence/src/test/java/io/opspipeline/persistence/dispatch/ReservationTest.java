package io.opspipeline.persistence.dispatch;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.CLAIM;
import static io.opspipeline.persistence.Scene.DAY_START;
import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.TEN;
import static io.opspipeline.persistence.Scene.TINY;
import static io.opspipeline.persistence.Scene.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.persistence.Entry;
import io.opspipeline.persistence.Scene;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.NestedRuntimeException;

@ExtendWith(PostgresExtension.class)
class ReservationTest {

    private static final int THREADS = 100;

    private HikariDataSource pool;
    private Scene scene;

    @BeforeEach
    void open(TestDatabase database) {
        pool =
                new DatabaseAddress(database.url(), database.user(), database.password())
                        .pool("test", 12);
        scene = new Scene(pool);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void reservesThePlanAndCommitsTheFirstOrder() {
        Entry entry = Entry.reserved(scene, LARGE, AAPL);

        assertThat(scene.dispatches.usage(LARGE, DAY_START).working())
                .containsExactly(
                        new LimitUsage.AtWork(
                                AAPL, entry.instrument().type(), "AAPL", Money.of("500"), true));
        assertThat(scene.orders.working(LARGE)).containsExactly(entry.order(1));
        assertThat(scene.texts("select status from dispatch_executions")).containsExactly("INTENT");
        assertThat(scene.texts("select gate || ' ' || result from gate_verdicts"))
                .containsExactly("MAX_POSITIONS PASSED");
    }

    @Test
    void reservesNothingWhenAGateBlocks() {
        Entry entry = Entry.of(scene, scene.claimed(LARGE, AAPL));

        List<GateVerdict> verdicts = entry.reserve(below(0));

        assertThat(verdicts).singleElement().matches(GateVerdict::blocks);
        assertThat(scene.dispatches.usage(LARGE, DAY_START).working()).isEmpty();
        assertThat(scene.orders.working(LARGE)).isEmpty();
        assertThat(scene.texts("select status from dispatch_executions"))
                .containsExactly("CLAIMED");
    }

    @Test
    @DisplayName(
            "fault DB-FAILOVER-MID-TX: a reservation that loses its database leaves nothing behind")
    void reservesNothingWhenTheDatabaseGoes(TestDatabase database) {
        Entry entry = Entry.of(scene, scene.claimed(LARGE, AAPL));

        assertThatThrownBy(() ->
                        entry.reserve(usage -> {
                            database.cutSessions();
                            return Entry.OPEN.apply(usage);
                        }))
                .isInstanceOf(NestedRuntimeException.class);
        pool.getHikariPoolMXBean().softEvictConnections();

        assertThat(scene.orders.working(LARGE)).isEmpty();
        assertThat(scene.texts("select status from dispatch_executions"))
                .containsExactly("CLAIMED");
        entry.reserve(Entry.OPEN);
        assertThat(scene.orders.working(LARGE)).hasSize(1);
    }

    @Test
    @DisplayName("A-58, A-109: the claims of a dead owner are the next one's at once")
    void givesBackTheClaimsOfADeadOwner() {
        ClaimedDispatch claimed = scene.claimed(LARGE, AAPL);
        assertThat(scene.dispatches.claim(LARGE, TEN, CLAIM)).isEmpty();

        assertThat(scene.dispatches.giveBackClaims(TINY, TEN)).isZero();
        assertThat(scene.dispatches.giveBackClaims(LARGE, TEN)).isEqualTo(1);

        assertThat(scene.dispatches.claim(LARGE, TEN, CLAIM))
                .extracting(ClaimedDispatch::id)
                .containsExactly(claimed.id());
        assertThat(scene.texts("select reason from dispatch_transitions order by transition_id"))
                .containsExactly("signal", "claimed", "its dispatcher is gone", "claimed");
    }

    @Test
    @DisplayName("A-114: a second execution or working order of a signal is counted")
    void countsDuplicates() {
        Entry entry = Entry.reserved(scene, LARGE, AAPL);
        assertThat(scene.dispatches.duplicates(LARGE, DAY_START)).isZero();

        scene.database
                .jdbc()
                .sql(
                        """
                        insert into orders (client_order_id, account_id, dispatch_id, symbol, side, quantity,
                            order_type, limit_price, attempt, state, filled_quantity, filled_value, created_at)
                        select 'second', account_id, dispatch_id, symbol, side, quantity,
                            order_type, limit_price, attempt, state, 0, 0, created_at from orders
                        """)
                .update();

        assertThat(scene.dispatches.duplicates(LARGE, DAY_START)).isEqualTo(1);
        assertThat(scene.dispatches.duplicates(TINY, DAY_START)).isZero();
        assertThat(scene.dispatches.duplicates(LARGE, TEN.plusSeconds(1))).isZero();
        assertThat(entry.order(1).state()).isEqualTo(OrderState.INTENT);
    }

    @Test
    @DisplayName("A-57: two dispatchers of the same account make exactly one execution per signal")
    void reservesOnce() throws Exception {
        Entry entry = Entry.of(scene, scene.claimed(LARGE, AAPL));

        List<Object> ends = together(Collections.nCopies(THREADS, () -> entry.reserve(Entry.OPEN)));

        assertThat(ends).filteredOn(List.class::isInstance).hasSize(1);
        assertThat(ends)
                .filteredOn(Throwable.class::isInstance)
                .hasSize(THREADS - 1)
                .allSatisfy(end -> assertThat(end.toString()).contains("is INTENT, not claimed"));
        assertThat(scene.orders.working(LARGE)).hasSize(1);
    }

    @Test
    @DisplayName("A-57: a row is claimed by one of many dispatchers")
    void claimsOnce() throws Exception {
        List<Signal> signals = signals(20);
        scene.signals.store(signals, TEN);
        scene.dispatches.fanOut(LARGE, TEN);

        List<Object> ends =
                together(
                        Collections.nCopies(
                                THREADS, () -> scene.dispatches.claim(LARGE, TEN, CLAIM)));

        assertThat(ends)
                .allSatisfy(end -> assertThat(end).isInstanceOf(List.class))
                .flatMap(end -> (List<?>) end)
                .extracting(each -> ((ClaimedDispatch) each).id())
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName(
            "A-63, incident 61: simultaneous signals cannot jointly exceed the limits of an account")
    void neverExceedsTheLimitTogether() throws Exception {
        scene.signals.store(signals(30), TEN);
        scene.dispatches.fanOut(LARGE, TEN);
        scene.dispatches.fanOut(TINY, TEN);
        List<Callable<Object>> attempts = new ArrayList<>();
        for (ClaimedDispatch dispatch : scene.dispatches.claim(LARGE, TEN, CLAIM)) {
            attempts.add(() -> Entry.of(scene, dispatch).reserve(below(5)));
        }
        for (ClaimedDispatch dispatch : scene.dispatches.claim(TINY, TEN, CLAIM)) {
            attempts.add(() -> Entry.of(scene, dispatch).reserve(below(2)));
        }
        Collections.shuffle(attempts, new Random(7));

        List<Object> ends = together(attempts);

        assertThat(ends).allSatisfy(end -> assertThat(end).isInstanceOf(List.class));
        assertThat(scene.orders.working(LARGE)).hasSize(5);
        assertThat(scene.orders.working(TINY)).hasSize(2);
        assertThat(scene.dispatches.usage(LARGE, DAY_START).exposure()).isEqualTo(Money.of("2500"));
    }

    @Test
    @DisplayName("A-63: fills that come during reservations neither block nor are missed")
    void countsEntriesThatFillMeanwhile() throws Exception {
        scene.signals.store(signals(30), TEN);
        scene.dispatches.fanOut(LARGE, TEN);
        List<Callable<Object>> attempts = new ArrayList<>();
        for (ClaimedDispatch dispatch : scene.dispatches.claim(LARGE, TEN, CLAIM)) {
            Entry entry = Entry.of(scene, dispatch);
            attempts.add(() -> entry.reserve(below(5)).getFirst().blocks() || isFilled(entry));
        }

        assertThat(together(attempts)).doesNotHaveAnyElementsOfTypes(Throwable.class);
        assertThat(scene.positions.held(LARGE)).hasSize(5);
        assertThat(scene.dispatches.usage(LARGE, DAY_START).working())
                .hasSize(5)
                .noneMatch(LimitUsage.AtWork::pending);
    }

    @Test
    void refusesAnAccountThatIsNotRegistered() {
        Entry entry = Entry.of(scene, scene.claimed(LARGE, AAPL));

        assertThatThrownBy(() ->
                        scene.dispatches.reserve(
                                new AccountId("nobody"),
                                entry.plan(),
                                List.of(),
                                entry.order(1),
                                Entry.QUOTE,
                                DAY_START,
                                Entry.OPEN,
                                TEN))
                .hasMessage("account nobody is not registered");
    }

    private static Function<LimitUsage, List<GateVerdict>> below(int most) {
        return usage -> {
            int working = usage.working().size();
            return List.of(
                    GateVerdict.of(GateCode.MAX_POSITIONS, working < most, working, "< " + most));
        };
    }

    private static boolean isFilled(Entry entry) {
        var half = BrokerOrderStatus.PARTIALLY_FILLED;
        entry.news(1, half, 1, "2.45", TEN.plusSeconds(1));
        return entry.news(1, BrokerOrderStatus.FILLED, 2, "2.45", TEN.plusSeconds(2)).ended();
    }

    private static List<Signal> signals(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> signal(new Ticker("T" + (char) ('A' + i % 26) + i), TEN, 0.7))
                .toList();
    }

    /// What each attempt gave or threw.
    private static <T> List<Object> together(List<Callable<T>> attempts) throws Exception {
        try (var threads = Executors.newFixedThreadPool(24)) {
            List<Object> ends = new ArrayList<>();
            for (Future<T> end : threads.invokeAll(attempts)) {
                switch (end.state()) {
                    case SUCCESS -> ends.add(end.resultNow());
                    case FAILED -> ends.add(end.exceptionNow());
                    case CANCELLED, RUNNING -> throw new IllegalStateException("not done");
                }
            }
            return ends;
        }
    }
}
