package io.opspipeline.persistence.market;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.MSFT;
import static io.opspipeline.persistence.Scene.TEN;
import static io.opspipeline.persistence.Scene.features;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.persistence.Entry;
import io.opspipeline.persistence.Scene;
import io.opspipeline.ports.market.Split;
import io.opspipeline.ports.store.UniverseRow;
import io.opspipeline.testkit.PostgresExtension;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class MarketStoresTest {

    private Scene scene;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
    }

    @Test
    @DisplayName("A-40: features are found by the close of their bar, absent values stay absent")
    void readsFeaturesBack() {
        var features = new PostgresFeatures(scene.database);
        FeatureRow first = features(AAPL, TEN);
        FeatureRow bare = bare(AAPL, TEN.plusSeconds(60));
        features.store(List.of(first, bare), TEN.plusSeconds(120));
        features.store(List.of(first, bare), TEN.plusSeconds(121));
        features.store(List.of(), TEN);

        assertThat(features.latest(Set.of(AAPL, MSFT), TEN.plusSeconds(119)))
                .isEqualTo(Map.of(AAPL, first));
        assertThat(features.latest(Set.of(AAPL), TEN.plusSeconds(120)))
                .isEqualTo(Map.of(AAPL, bare));
        assertThat(features.latest(Set.of(AAPL), TEN.plusSeconds(59))).isEmpty();
    }

    @Test
    void keepsTheNewestHaltOfEachStock() {
        var halts = new PostgresTradingHalts(scene.database);
        var halt = new TradingHalt(AAPL, true, "volatility pause", TEN);
        var end = new TradingHalt(AAPL, false, "trading resumption", TEN.plusSeconds(300));
        halts.note(List.of(end, halt));
        halts.note(List.of(halt));
        halts.note(List.of());

        assertThat(halts.newest(Set.of(AAPL, MSFT))).isEqualTo(Map.of(AAPL, end));
        assertThat(halts.newest(Set.of())).isEmpty();
    }

    @Test
    @DisplayName("A-29, A-30: one universe; what is held is collected although it was dropped")
    void collectsWhatIsHeld() {
        var universe = new PostgresUniverse(scene.database);
        UniverseRow microsoft = row(MSFT, true);
        universe.publish(List.of(microsoft, row(AAPL, true)), TEN);
        universe.publish(List.of(row(AAPL, false)), TEN.plusSeconds(60));
        Entry.held(scene, LARGE, AAPL);

        assertThat(universe.active()).containsExactly(microsoft);
        assertThat(universe.collected())
                .containsExactly(AAPL, MSFT, new Ticker("QQQ"), new Ticker("SPY"));
    }

    @Test
    void correctsSplits() {
        var splits = new PostgresSplits(scene.database);
        LocalDate day = LocalDate.parse("2026-11-16");
        Split forward = new Split(AAPL, day, BigDecimal.ONE, BigDecimal.valueOf(4));
        Split wrong = new Split(AAPL, day, BigDecimal.ONE, BigDecimal.valueOf(3));
        splits.record(List.of(wrong), TEN);
        splits.record(List.of(wrong, forward), TEN);
        splits.record(List.of(), TEN);

        assertThat(splits.between(Set.of(AAPL, MSFT), day, day))
                .isEqualTo(Map.of(AAPL, List.of(forward)));
        assertThat(splits.between(Set.of(AAPL), day.plusDays(1), day.plusDays(9))).isEmpty();
    }

    private static UniverseRow row(Ticker ticker, boolean active) {
        return new UniverseRow(
                ticker,
                UniverseRow.Source.OPERATOR,
                Optional.of("Technology"),
                new Confidence(1),
                active);
    }

    private static FeatureRow bare(Ticker ticker, Instant start) {
        return new FeatureRow(
                ticker,
                start,
                Price.of("100.25"),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                0,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
