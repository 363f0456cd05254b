package io.opspipeline.persistence.dispatch;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.CLAIM;
import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.MSFT;
import static io.opspipeline.persistence.Scene.TEN;
import static io.opspipeline.persistence.Scene.TINY;
import static io.opspipeline.persistence.Scene.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.persistence.Scene;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class DispatchQueueTest {

    private Scene scene;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
    }

    @Test
    @DisplayName(
            "A-55, incident 64: one row per (signal, account); accounts do not starve each other")
    void givesEachAccountARowOfItsOwn() {
        scene.signals.store(List.of(signal(AAPL, TEN, 0.7), signal(MSFT, TEN, 0.6)), TEN);

        assertThat(scene.dispatches.fanOut(LARGE, TEN)).isEqualTo(2);
        assertThat(scene.dispatches.fanOut(LARGE, TEN)).isZero();
        assertThat(scene.dispatches.fanOut(TINY, TEN)).isEqualTo(2);
        assertThat(scene.dispatches.claim(LARGE, TEN, CLAIM)).hasSize(2);
        assertThat(scene.dispatches.claim(LARGE, TEN, CLAIM)).isEmpty();
        assertThat(scene.dispatches.claim(TINY, TEN, CLAIM)).hasSize(2);
    }

    @Test
    void readsTheSignalBackAsItWas() {
        ClaimedDispatch claimed = scene.claimed(LARGE, AAPL);

        assertThat(claimed.signal().signal()).isEqualTo(signal(AAPL, TEN, 0.7));
        assertThat(claimed.account()).isEqualTo(LARGE);
        assertThat(claimed.rank()).isEmpty();
        assertThat(claimed.sector()).isEqualTo("AAPL");
    }

    @Test
    void takesListedTickersByRankThenTheRestByConfidence() {
        scene.signals.store(
                List.of(
                        signal(AAPL, TEN, 0.5),
                        signal(MSFT, TEN, 0.6),
                        signal(new Ticker("AMD"), TEN, 0.9),
                        signal(new Ticker("BAC"), TEN, 0.9)),
                TEN);
        scene.database
                .jdbc()
                .sql(
                        """
                        insert into watchlist_state values
                            ('MSFT', 70, 0.5, 0.5, 0.5, 0.5, 1, '2026-11-19T14:00Z', '2026-11-19T14:55Z'),
                            ('AAPL', 65, 0.5, 0.5, 0.5, 0.5, 2, '2026-11-19T14:00Z', '2026-11-19T14:55Z')
                        """)
                .update();
        scene.dispatches.fanOut(LARGE, TEN);

        assertThat(scene.dispatches.claim(LARGE, TEN, CLAIM))
                .extracting(each -> each.signal().signal().ticker().symbol())
                .containsExactly("MSFT", "AAPL", "AMD", "BAC");
    }

    @Test
    @DisplayName("A-58: a lapsed claim without an intent waits again")
    void takesBackALapsedClaim() {
        ClaimedDispatch claimed = scene.claimed(LARGE, AAPL);
        var before = TEN.plus(CLAIM).minusSeconds(1);

        assertThat(claimed.wasClaimed()).isFalse();
        assertThat(scene.dispatches.claim(LARGE, before, CLAIM)).isEmpty();
        assertThat(scene.dispatches.claim(LARGE, TEN.plus(CLAIM), CLAIM))
                .extracting(ClaimedDispatch::id, ClaimedDispatch::wasClaimed)
                .containsExactly(tuple(claimed.id(), true));
        assertThat(transitions())
                .containsExactly(
                        "null > PENDING: signal",
                        "PENDING > CLAIMED: claimed",
                        "CLAIMED > PENDING: claim lapsed",
                        "PENDING > CLAIMED: claimed");
    }

    @Test
    @DisplayName("A-52: an expired signal ends as EXPIRED, an older one as SUPERSEDED")
    void endsRowsWhoseSignalIsOver() {
        scene.signals.store(List.of(signal(AAPL, TEN, 0.7), signal(MSFT, TEN, 0.7)), TEN);
        scene.dispatches.fanOut(LARGE, TEN);
        scene.signals.store(List.of(signal(AAPL, TEN.plusSeconds(60), 0.8)), TEN.plusSeconds(60));

        var later = TEN.plus(Duration.ofMinutes(5));
        scene.dispatches.fanOut(LARGE, later);

        assertThat(
                        scene.texts(
                                "select status || ' ' || reason from dispatch_executions order by 1"))
                .containsExactly("EXPIRED EXPIRED", "SUPERSEDED SUPERSEDED", "null");
        assertThat(scene.dispatches.claim(LARGE, later, CLAIM)).hasSize(1);
    }

    @Test
    void leavesSignalsOlderThanAnHourAlone() {
        scene.signals.store(List.of(signal(AAPL, TEN, 0.7)), TEN);

        assertThat(scene.dispatches.fanOut(LARGE, TEN.plus(Duration.ofHours(1)))).isZero();
    }

    private List<String> transitions() {
        return scene.texts(
                """
                select coalesce(from_status, 'null') || ' > ' || to_status || ': ' || reason
                from dispatch_transitions order by transition_id
                """);
    }
}
