package io.opspipeline.persistence.signal;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.MSFT;
import static io.opspipeline.persistence.Scene.TEN;
import static io.opspipeline.persistence.Scene.features;
import static io.opspipeline.persistence.Scene.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.signal.Action;
import io.opspipeline.persistence.Scene;
import io.opspipeline.ports.store.NearMiss;
import io.opspipeline.testkit.PostgresExtension;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresSignalsTest {

    private Scene scene;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
    }

    @Test
    @DisplayName("A-52: a newer signal of the ticker supersedes the open one")
    void keepsOneOpenSignal() {
        assertThat(scene.signals.store(List.of(signal(AAPL, TEN, 0.6)), TEN)).isOne();
        assertThat(scene.signals.store(List.of(signal(AAPL, TEN, 0.6)), TEN)).isZero();
        assertThat(scene.signals.store(List.of(signal(AAPL, TEN.plusSeconds(60), 0.7)), TEN))
                .isOne();
        assertThat(scene.signals.store(List.of(signal(AAPL, TEN.minusSeconds(60), 0.8)), TEN))
                .isOne();

        assertThat(statuses()).containsExactly("SUPERSEDED", "SUPERSEDED", "OPEN");
    }

    @Test
    @DisplayName("A-52, incident 57: an expired signal reaches EXPIRED")
    void endsAtTheEndOfItsLife() {
        scene.signals.store(List.of(signal(AAPL, TEN, 0.6)), TEN);

        assertThat(scene.signals.expire(TEN.plusSeconds(299))).isZero();
        assertThat(scene.signals.expire(TEN.plusSeconds(300))).isOne();
        assertThat(scene.signals.expire(TEN.plusSeconds(300))).isZero();
        assertThat(statuses()).containsExactly("EXPIRED");
    }

    @Test
    @DisplayName("A-51: the cooldown holds across restarts: the last signal is read back")
    void tellsTheLastSignals() {
        scene.signals.store(List.of(signal(AAPL, TEN, 0.6), signal(MSFT, TEN, 0.6)), TEN);
        scene.signals.store(List.of(signal(AAPL, TEN.plusSeconds(60), 0.6)), TEN);

        assertThat(scene.signals.lastBarEnds(Set.of(AAPL), TEN))
                .isEqualTo(Map.of(AAPL, Map.of(Action.BUY_CALL, TEN.plusSeconds(60))));
        assertThat(scene.signals.lastBarEnds(Set.of(MSFT), TEN)).containsOnlyKeys(MSFT);
        assertThat(scene.signals.lastBarEnds(Set.of(MSFT), TEN.plusSeconds(1))).isEmpty();
    }

    @Test
    @DisplayName("A-47: what holds is counted by the condition that blocked it")
    void countsHolds() {
        scene.signals.recordHolds(Map.of("VOLUME", 12, "TREND", 0), TEN);
        scene.signals.recordHolds(Map.of("VOLUME", 13), TEN);
        scene.signals.recordHolds(Map.of(), TEN);

        assertThat(scene.texts("select condition || ' ' || tickers from signal_holds"))
                .containsExactly("VOLUME 13");
    }

    @Test
    @DisplayName("A-53: blocked candidates are kept as near misses")
    void keepsNearMisses() {
        var miss = new NearMiss(features(AAPL, TEN), 1, "VOLUME", OptionalDouble.empty());
        scene.signals.recordNearMisses(List.of(miss), TEN);
        scene.signals.recordNearMisses(List.of(miss), TEN);

        assertThat(scene.texts("select ticker || ' ' || condition from signal_near_misses"))
                .containsExactly("AAPL VOLUME");
    }

    private List<String> statuses() {
        return scene.texts("select status from dispatch_recommendations order by bar_ts");
    }
}
