package io.opspipeline.reliability.memory;

import static io.opspipeline.reliability.memory.Entry.below;
import static io.opspipeline.reliability.memory.Scene.AAPL;
import static io.opspipeline.reliability.memory.Scene.CLAIM;
import static io.opspipeline.reliability.memory.Scene.LARGE;
import static io.opspipeline.reliability.memory.Scene.MSFT;
import static io.opspipeline.reliability.memory.Scene.TEN;
import static io.opspipeline.reliability.memory.Scene.TINY;
import static io.opspipeline.reliability.memory.Scene.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.gate.SkipCode;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.ports.dispatch.Dispatches;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What a submit relies on when it takes a signal and reserves its money.
@ParameterizedClass
@EnumSource(StoreKind.class)
class DispatchesContractTest {

    private static final int THREADS = 16;

    @Parameter StoreKind kind;

    private Scene scene;
    private Dispatches dispatches;

    @BeforeEach
    void open() {
        scene = Scene.of(kind);
        dispatches = scene.stores().dispatches();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    @DisplayName("A-55: one row per (signal, account), however often the signals are fanned out")
    void fansOutOnce() {
        scene.tell(signal(AAPL, TEN, 0.7), signal(MSFT, TEN, 0.6));
        scene.tell(signal(AAPL, TEN, 0.9));

        assertThat(dispatches.fanOut(LARGE, TEN)).isEqualTo(2);
        assertThat(dispatches.fanOut(LARGE, TEN)).isZero();
        assertThat(dispatches.fanOut(TINY, TEN)).isEqualTo(2);
        assertThat(scene.claim(LARGE, TEN)).hasSize(2);
        assertThat(scene.claim(LARGE, TEN)).isEmpty();
        assertThat(scene.claim(TINY, TEN)).hasSize(2);
    }

    @Test
    @DisplayName("A-52: what is over is not claimed: expired, superseded, older than an hour")
    void endsWhatIsOver() {
        Instant minuteLater = TEN.plusSeconds(60);
        scene.tell(signal(AAPL, TEN, 0.7), signal(MSFT, TEN, 0.7));
        dispatches.fanOut(LARGE, TEN);
        scene.stores().signals().store(List.of(signal(AAPL, minuteLater, 0.8)), minuteLater);

        Instant later = TEN.plus(Signal.LIFE);
        assertThat(dispatches.fanOut(LARGE, later)).isEqualTo(1);
        assertThat(scene.claim(LARGE, later))
                .singleElement()
                .satisfies(claimed ->
                        assertThat(claimed.signal().signal())
                                .isEqualTo(signal(AAPL, minuteLater, 0.8)));
        assertThat(dispatches.fanOut(TINY, TEN.plus(Duration.ofHours(1)))).isEqualTo(1);
    }

    @Test
    void claimsTheMostConfidentFirst() {
        Ticker amd = new Ticker("AMD");
        Ticker bac = new Ticker("BAC");
        scene.tell(
                signal(MSFT, TEN, 0.6),
                signal(bac, TEN, 0.9),
                signal(AAPL, TEN, 0.5),
                signal(amd, TEN, 0.9));
        dispatches.fanOut(LARGE, TEN);

        List<ClaimedDispatch> claimed = scene.claim(LARGE, TEN);

        assertThat(claimed)
                .extracting(each -> each.signal().signal().ticker())
                .containsExactly(amd, bac, MSFT, AAPL);
        assertThat(claimed.getLast().signal().signal()).isEqualTo(signal(AAPL, TEN, 0.5));
        assertThat(claimed.getLast().sector()).isEqualTo("AAPL");
        assertThat(claimed.getLast().rank()).isEmpty();
    }

    @Test
    @DisplayName("A-58: a lapsed claim without an intent waits again; with one it never does")
    void takesBackALapsedClaim() {
        ClaimedDispatch lapsed = scene.claimed(LARGE, MSFT);
        scene.reserved(LARGE, AAPL);

        assertThat(scene.claim(LARGE, TEN.plus(CLAIM).minusSeconds(1))).isEmpty();
        assertThat(lapsed.wasClaimed()).isFalse();
        assertThat(scene.claim(LARGE, TEN.plus(CLAIM)))
                .extracting(ClaimedDispatch::id, ClaimedDispatch::wasClaimed)
                .containsExactly(tuple(lapsed.id(), true));
    }

    @Test
    @DisplayName("A-58, A-109: the claims of a dead owner are the next one's at once")
    void givesBackTheClaimsOfADeadOwner() {
        scene.reserved(LARGE, AAPL);
        ClaimedDispatch claimed = scene.claimed(LARGE, MSFT);

        assertThat(dispatches.giveBackClaims(TINY, TEN)).isZero();
        assertThat(dispatches.giveBackClaims(LARGE, TEN)).isEqualTo(1);
        assertThat(dispatches.giveBackClaims(LARGE, TEN)).isZero();
        assertThat(scene.claim(LARGE, TEN))
                .extracting(ClaimedDispatch::id, ClaimedDispatch::wasClaimed)
                .containsExactly(tuple(claimed.id(), true));
    }

    @Test
    @DisplayName("A-57: a row is claimed by one of many dispatchers")
    void claimsOnce() throws Exception {
        IntStream.range(0, 20)
                .forEach(i -> scene.tell(signal(new Ticker("T" + (char) ('A' + i)), TEN, 0.7)));
        dispatches.fanOut(LARGE, TEN);

        List<Object> ends = together(Collections.nCopies(THREADS, () -> scene.claim(LARGE, TEN)));

        assertThat(ends)
                .allSatisfy(end -> assertThat(end).isInstanceOf(List.class))
                .flatMap(end -> (List<?>) end)
                .extracting(each -> ((ClaimedDispatch) each).id())
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("A-57: of many dispatchers with the same row one reserves it")
    void reservesOnce() throws Exception {
        Entry entry = new Entry(scene, scene.claimed(LARGE, AAPL));

        List<Object> ends = together(Collections.nCopies(THREADS, () -> entry.reserve(Entry.OPEN)));

        assertThat(ends).filteredOn(List.class::isInstance).hasSize(1);
        assertThat(ends)
                .filteredOn(Throwable.class::isInstance)
                .hasSize(THREADS - 1)
                .allSatisfy(end -> assertThat(end.toString()).contains("is INTENT, not claimed"));
        assertThat(scene.stores().ledger().working(LARGE)).containsExactly(entry.order(1));
    }

    @Test
    @DisplayName("A-63: entries reserved at the same time do not pass a limit together")
    void checksAgainWhileItHoldsTheAccount() throws Exception {
        IntStream.range(0, 12)
                .forEach(i -> scene.tell(signal(new Ticker("T" + (char) ('A' + i)), TEN, 0.7)));
        dispatches.fanOut(LARGE, TEN);
        List<Callable<List<GateVerdict>>> attempts = new ArrayList<>();
        for (ClaimedDispatch dispatch : scene.claim(LARGE, TEN)) {
            attempts.add(() -> new Entry(scene, dispatch).reserve(below(5)));
        }

        List<Object> ends = together(attempts);

        assertThat(ends).allSatisfy(end -> assertThat(end).isInstanceOf(List.class));
        assertThat(scene.stores().ledger().working(LARGE)).hasSize(5);
    }

    @Test
    @DisplayName("A-58: nothing is left of a reservation that a gate blocks, or that breaks")
    void reservesAllOrNothing() {
        Entry entry = new Entry(scene, scene.claimed(LARGE, AAPL));

        assertThat(entry.reserve(below(0))).singleElement().matches(GateVerdict::blocks);
        assertThatThrownBy(() ->
                        entry.reserve(_ -> {
                            throw new IllegalStateException("scripted");
                        }))
                .hasMessage("scripted");
        assertThatThrownBy(() -> entry.reserve(entry.order(1, 3), Entry.OPEN))
                .hasMessageContaining("with room for 2");
        assertThatThrownBy(() -> entry.reserve(new AccountId("nobody"), entry.order(1), Entry.OPEN))
                .hasMessage("account nobody is not registered");
        assertThatThrownBy(() -> entry.reserve(TINY, entry.order(1), Entry.OPEN))
                .hasMessage("tiny has no dispatch " + entry.dispatchId());

        assertThat(scene.stores().ledger().working(LARGE)).isEmpty();
        assertThat(dispatches.usage(LARGE, TEN).working()).isEmpty();
        assertThat(dispatches.giveBackClaims(LARGE, TEN)).isEqualTo(1);
        assertThat(scene.claim(LARGE, TEN)).hasSize(1);
        assertThat(entry.reserve(Entry.OPEN)).noneMatch(GateVerdict::blocks);
    }

    @Test
    @DisplayName("A-56: what is skipped is over; what has an order, or is another's, cannot be")
    void skips() {
        Entry entry = scene.reserved(LARGE, AAPL);
        long waiting = scene.claimed(LARGE, MSFT).id();

        skip(LARGE, waiting);
        skip(LARGE, waiting);

        assertThat(dispatches.giveBackClaims(LARGE, TEN)).isZero();
        assertThatThrownBy(() -> skip(LARGE, entry.dispatchId()))
                .hasMessageContaining("is INTENT and cannot become SKIPPED");
        assertThatThrownBy(() -> skip(TINY, waiting)).hasMessage("tiny has no dispatch " + waiting);
    }

    private void skip(AccountId account, long dispatchId) {
        dispatches.skip(account, dispatchId, SkipCode.PACE, List.of(), List.of(), TEN);
    }

    /// What each attempt gave or threw.
    private static <T> List<Object> together(List<Callable<T>> attempts) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
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
