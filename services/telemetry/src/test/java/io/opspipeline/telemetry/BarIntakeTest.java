package io.opspipeline.telemetry;

import static io.opspipeline.telemetry.Source.AAPL;
import static io.opspipeline.telemetry.Source.NVDA;
import static io.opspipeline.telemetry.Source.bar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.BarSource;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.ports.store.TradingHalts;
import io.opspipeline.testkit.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BarIntakeTest {

    private static final Instant TEN = Instant.parse("2026-11-23T15:00:00Z");
    private static final Instant OPEN = Instant.parse("2026-11-23T14:30:00Z");

    private final MemoryBars bars = new MemoryBars();
    private final List<TradingHalt> noted = new ArrayList<>();
    private final TradingHalts halts =
            new TradingHalts() {
                @Override
                public void note(List<TradingHalt> heard) {
                    noted.addAll(heard);
                }

                @Override
                public Map<Ticker, TradingHalt> newest(Set<Ticker> tickers) {
                    throw new AssertionError("nobody asks here");
                }
            };
    private final SettableClock clock = new SettableClock(TEN.plusSeconds(60));
    private final List<String> heard = new ArrayList<>();
    private final StreamWatch watch = new StreamWatch();
    private final BarIntake intake =
            new BarIntake(
                    bars,
                    halts,
                    SessionCalendar.nyse(),
                    (topic, asOf) -> heard.add(topic + " " + asOf),
                    clock,
                    "sip",
                    watch,
                    () -> heard.add("connect"));

    @Test
    void storesAFrameThenWakesTheFeatures() {
        intake.bars(List.of(bar(NVDA, TEN), bar(AAPL, TEN)));

        assertThat(bars.of(NVDA))
                .extracting(row -> row.bar().start(), row -> row.source(), row -> row.feed())
                .containsExactly(tuple(TEN, BarSource.STREAM, "sip"));
        assertThat(bars.of(AAPL)).hasSize(1);
        assertThat(heard).containsExactly("BARS " + clock.instant());
    }

    @Test
    @DisplayName("A-32: a replay changes nothing and wakes nobody")
    void staysQuietOnAReplay() {
        intake.bars(List.of(bar(NVDA, TEN)));
        intake.bars(List.of(bar(NVDA, TEN)));
        assertThat(heard).hasSize(1);
    }

    @Test
    @DisplayName("A-32: a correction overwrites, and wakes the features again")
    void takesCorrections() {
        intake.bars(List.of(bar(NVDA, TEN)));
        intake.corrections(List.of(bar(NVDA, TEN, "101")));

        assertThat(bars.of(NVDA))
                .extracting(row -> row.bar().close().toString(), row -> row.source())
                .containsExactly(tuple("101.00", BarSource.STREAM_UPDATE));
        assertThat(heard).hasSize(2);
    }

    @Test
    void keepsHalts() {
        var halt = new TradingHalt(NVDA, true, "volatility pause", TEN);
        var impossible =
                new TradingHalt(NVDA, true, "volatility pause", clock.instant().plusSeconds(61));
        intake.halts(List.of(halt, impossible));

        assertThat(noted).containsExactly(halt);
        assertThat(heard).isEmpty();
    }

    @Test
    @DisplayName("A-34: bars outside the regular session are left out, whenever they arrive")
    void keepsRegularSessionsOnly() {
        clock.set(Instant.parse("2026-11-23T23:00:00Z"));
        intake.bars(
                List.of(
                        bar(NVDA, OPEN.minusSeconds(60)),
                        bar(NVDA, OPEN),
                        bar(NVDA, Instant.parse("2026-11-23T20:59:00Z")),
                        bar(NVDA, Instant.parse("2026-11-23T21:00:00Z")),
                        bar(NVDA, Instant.parse("2026-11-22T15:00:00Z"))));
        assertThat(bars.of(NVDA))
                .extracting(row -> row.bar().start())
                .containsExactly(OPEN, Instant.parse("2026-11-23T20:59:00Z"));
    }

    @Test
    void leavesOutBarsOfImpossibleTimes() {
        intake.bars(
                List.of(
                        bar(NVDA, Instant.EPOCH),
                        bar(NVDA, TEN.plusSeconds(3_600)),
                        bar(NVDA, Instant.parse("2035-01-02T15:00:00Z"))));
        assertThat(bars.of(NVDA)).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    @DisplayName("A-129: a frame that cannot be stored does not end the stream")
    void survivesABrokenStore() {
        bars.isDown = true;
        intake.bars(List.of(bar(NVDA, TEN)));
        assertThat(heard).isEmpty();
        bars.isDown = false;
        intake.bars(List.of(bar(NVDA, TEN)));
        assertThat(heard).hasSize(1);
    }

    @Test
    @DisplayName("GAP-DURING-RECONNECT: every connect asks for what was missed")
    void healsAfterEachConnect() {
        intake.connected();
        intake.disconnected("no pong");
        assertThat(watch.isConnected()).isFalse();
        assertThat(watch.detail())
                .isEqualTo("stream disconnected at 2026-11-23T15:01:00Z: no pong");
        intake.connected();
        assertThat(watch.isConnected()).isTrue();
        assertThat(heard).containsExactly("connect", "connect");
    }
}
