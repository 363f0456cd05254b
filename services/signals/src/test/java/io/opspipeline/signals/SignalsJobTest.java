package io.opspipeline.signals;

import static io.opspipeline.signals.rules.Rows.BAR;
import static io.opspipeline.signals.rules.Rows.NVDA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.store.NearMiss;
import io.opspipeline.signals.rules.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignalsJobTest {

    private static final Ticker AAPL = Ticker.of("AAPL");
    private static final Ticker MSFT = Ticker.of("MSFT");
    private static final Instant NOW = BAR.plusSeconds(60);

    private final Floor floor = new Floor().active(NVDA, AAPL, MSFT);

    @Test
    void storesSignalsThenAnnouncesThem() {
        floor.see(Rows.strong().row(NVDA)).see(Rows.strong().mirrored().row(AAPL));

        JobResult result = floor.run(NOW);

        assertThat(floor.signals.stored)
                .extracting(Signal::ticker, Signal::action)
                .containsExactly(tuple(AAPL, Action.BUY_PUT), tuple(NVDA, Action.BUY_CALL));
        assertThat(floor.announced).containsExactly(Topic.SIGNALS);
        assertThat(result).isEqualTo(new JobResult(2, 3, "2 new signals, held {STALE=1}"));
    }

    @Test
    @DisplayName("A-47, A-53: holds are counted by condition, near misses kept")
    void countsHolds() {
        floor.see(Rows.strong().volume(1).row(NVDA)).see(Rows.bullish().volume(1).row(AAPL));

        floor.run(NOW);

        assertThat(floor.signals.holds)
                .containsExactly(Map.entry(NOW, Map.of("VOLUME", 2, "STALE", 1)));
        assertThat(floor.signals.misses)
                .extracting(miss -> miss.features().ticker(), NearMiss::condition)
                .containsExactly(tuple(NVDA, "VOLUME"));
        assertThat(floor.announced).isEmpty();
    }

    @Test
    @DisplayName("A-51: a bar judged again by another engine makes no second signal")
    void changesNothingTheSecondTime() {
        floor.see(Rows.strong().row(NVDA));
        floor.run(NOW);
        floor.run(NOW.plusSeconds(5));

        assertThat(floor.signals.stored).hasSize(1);
        assertThat(floor.announced).containsExactly(Topic.SIGNALS);
    }

    @Test
    @DisplayName("A-51: the cooldown runs from bar close to bar close, across restarts")
    void pausesFifteenMinutesByTheBar() {
        for (int minute = 0; minute <= 15; minute++) {
            Instant bar = BAR.plus(Duration.ofMinutes(minute));
            floor.see(Rows.strong().at(bar).row(NVDA));
            floor.run(bar.plusSeconds(150));
        }
        assertThat(floor.signals.stored)
                .extracting(signal -> signal.features().barStart())
                .containsExactly(BAR, BAR.plus(Duration.ofMinutes(15)));
    }

    @Test
    @DisplayName("A-30: tickers outside the universe make no signals")
    void leavesOtherTickersAlone() {
        floor.see(Rows.strong().row(Ticker.of("TSLA")));
        floor.run(NOW);
        assertThat(floor.signals.stored).isEmpty();
    }

    @Test
    @DisplayName("A-8: a refused setting stops new signals, and what is open still expires")
    void makesNoSignalsOnARefusedSetting() {
        floor.see(Rows.strong().row(NVDA));
        floor.settings.reload(Map.of("signals.confidence.option", "7"));

        JobResult result = floor.run(NOW);

        assertThat(floor.signals.stored).isEmpty();
        assertThat(floor.signals.expiries).containsExactly(NOW);
        assertThat(result.note()).contains("signals.confidence.option");
        assertThat(result.items()).isLessThan(result.expected());
    }

    @Test
    @DisplayName("A-118: the mode can be changed while it runs")
    void followsTheMode() {
        floor.see(Rows.bullish().row(NVDA));
        floor.run(NOW);
        assertThat(floor.signals.stored).isEmpty();

        floor.settings.reload(Map.of("signals.mode", "hybrid"));
        floor.run(NOW.plusSeconds(1));
        assertThat(floor.signals.stored)
                .extracting(Signal::action)
                .containsExactly(Action.BUY_STOCK);
    }
}
