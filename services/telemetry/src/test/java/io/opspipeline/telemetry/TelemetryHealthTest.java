package io.opspipeline.telemetry;

import static io.opspipeline.telemetry.Source.AAPL;
import static io.opspipeline.telemetry.Source.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.BarSource;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.health.HealthReading.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TelemetryHealthTest {

    private static final Instant TEN = Instant.parse("2026-11-23T15:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-24T04:00:00Z");

    private final MemoryBars bars = new MemoryBars();
    private final ListedUniverse universe = new ListedUniverse(NVDA);

    @Test
    @DisplayName("A-113, A-114: bars older than 180 s are red in session, silent at night")
    void judgesTheNewestBar() {
        store(NVDA);
        assertThat(bars(TEN.plusSeconds(240)).state()).isEqualTo(State.HEALTHY);
        assertThat(bars(TEN.plusSeconds(241)).state()).isEqualTo(State.UNHEALTHY);
        assertThat(bars(NIGHT).state()).isEqualTo(State.SILENT);
    }

    @Test
    @DisplayName("A-113, incident 83: a ticker without any bar is red, day and night")
    void namesTickersWithoutBars() {
        universe.active.add(AAPL);
        store(NVDA);
        assertThat(bars(TEN.plusSeconds(60)))
                .isEqualTo(HealthReading.unhealthy("no bar at all of [AAPL]"));
        assertThat(bars(NIGHT).state()).isEqualTo(State.UNHEALTHY);
    }

    @Test
    @DisplayName("A-113: an empty universe is red")
    void isRedWithoutTickers() {
        universe.active.clear();
        assertThat(bars(TEN)).isEqualTo(HealthReading.unhealthy("never seen"));
    }

    @Test
    void isRedWhileTheStreamIsDownInSession() {
        var watch = new StreamWatch();
        var health = new StreamHealth(watch);
        assertThat(health.read(moment(TEN)).state()).isEqualTo(State.UNHEALTHY);
        assertThat(health.read(moment(NIGHT)).state()).isEqualTo(State.SILENT);
        watch.connected(TEN);
        assertThat(health.read(moment(TEN)).state()).isEqualTo(State.HEALTHY);
    }

    private void store(Ticker ticker) {
        var row = new StoredBar(Source.bar(ticker, TEN), BarSource.STREAM, "sip");
        bars.store(List.of(row), TEN.plusSeconds(60));
    }

    private HealthReading bars(Instant asOf) {
        var tickers = new CollectedTickers(universe, new Source());
        return new BarsFreshness(bars, tickers, () -> Duration.ofMinutes(3)).read(moment(asOf));
    }

    private static HealthMoment moment(Instant asOf) {
        return new HealthMoment(asOf, SessionCalendar.nyse().sessionAt(asOf));
    }
}
