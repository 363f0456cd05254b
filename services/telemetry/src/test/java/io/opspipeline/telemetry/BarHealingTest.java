package io.opspipeline.telemetry;

import static io.opspipeline.telemetry.Source.AAPL;
import static io.opspipeline.telemetry.Source.NVDA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.BarSource;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.store.Bars.GapReason;
import io.opspipeline.runtime.setting.CurrentSettings;
import io.opspipeline.runtime.setting.SettingsBinder;
import io.opspipeline.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BarHealingTest {

    private static final SessionCalendar CALENDAR = SessionCalendar.nyse();
    private static final Session DAY = CALENDAR.sessionOn(LocalDate.of(2026, 11, 23)).orElseThrow();
    private static final Session BEFORE = CALENDAR.previous(DAY.date());
    private static final Instant ELEVEN = DAY.open().plus(Duration.ofMinutes(90));

    private final CurrentSettings<TelemetrySettings> settings = settings();
    private final MemoryBars bars = new MemoryBars();
    private final Source source = new Source();
    private BarHealing healing = afterStart();

    @Test
    @DisplayName("A-32: a new ticker is filled for ten sessions, as far as the source has them")
    void fillsANewTicker() {
        source.with(NVDA, BEFORE.open(), BEFORE.close()).with(NVDA, DAY.open(), ELEVEN);

        assertThat(heal(NVDA)).isEqualTo(390 + 88);
        assertThat(bars.of(NVDA))
                .extracting(StoredBar::source, StoredBar::feed)
                .containsOnly(tuple(BarSource.REST, "sip"));
        assertThat(bars.gaps(NVDA, GapReason.SOURCE_UNAVAILABLE)).hasSize(8);
        assertThat(bars.gaps(NVDA, GapReason.NO_TRADES)).isEmpty();
    }

    @Test
    @DisplayName("MISSING-BARS: a gap is filled, or recorded as without trades")
    void fillsOrRecordsGaps() {
        source.with(NVDA, DAY.open(), ELEVEN).without(NVDA, minute(7));
        stream(NVDA, 0, 5);
        stream(NVDA, 20, 88);

        assertThat(heal(NVDA)).isEqualTo(14);
        assertThat(bars.gaps(NVDA, GapReason.NO_TRADES)).containsExactly(minute(7));
        assertThat(bars.of(NVDA)).hasSize(87);
    }

    @Test
    @DisplayName("A-32: healing again asks for nothing and changes nothing")
    void doesNothingTheSecondTime() {
        source.with(NVDA, DAY.open(), ELEVEN).without(NVDA, minute(7));
        heal(NVDA);
        source.asked.clear();

        assertThat(heal(NVDA)).isZero();
        healing = afterStart();
        assertThat(heal(NVDA)).isZero();
        assertThat(source.asked).isEmpty();
    }

    @Test
    void goesOnWhereItEnded() {
        source.with(NVDA, DAY.open(), DAY.close());
        heal(NVDA);
        source.asked.clear();
        stream(NVDA, 88, 90);

        Instant later = ELEVEN.plus(Duration.ofMinutes(3));
        assertThat(healing.heal(Set.of(NVDA), later, true)).isEqualTo(1);
        assertThat(source.asked).containsExactly("[NVDA] %s %s".formatted(minute(90), minute(91)));
    }

    @Test
    void leavesTheLastMinutesToTheStreamWhileThereIsOne() {
        source.with(NVDA, DAY.open(), DAY.close());
        assertThat(healing.heal(Set.of(NVDA), ELEVEN, true)).isEqualTo(88);
        assertThat(healing.heal(Set.of(NVDA), ELEVEN, false)).isEqualTo(2);
    }

    @Test
    void recordsNoGapThatMayStillBeFilled() {
        source.with(NVDA, DAY.open(), minute(88));
        healing.heal(Set.of(NVDA), ELEVEN, false);
        assertThat(bars.gaps(NVDA, GapReason.NO_TRADES)).isEmpty();

        source.with(Source.bar(NVDA, minute(89)));
        healing.heal(Set.of(NVDA), ELEVEN.plusSeconds(120), false);
        assertThat(bars.gaps(NVDA, GapReason.NO_TRADES)).containsExactly(minute(88));
        assertThat(bars.of(NVDA)).hasSize(89);
    }

    @Test
    @DisplayName("A-33: a ticker that the source does not know leaves the others alone")
    void isolatesAnUnknownTicker() {
        source.with(NVDA, DAY.open(), ELEVEN);
        heal(NVDA, Ticker.of("NOPE"));
        assertThat(bars.of(NVDA)).hasSize(88);
        assertThat(bars.of(Ticker.of("NOPE"))).isEmpty();
    }

    @Test
    void fillsATickerThatComesLaterAlone() {
        source.with(NVDA, DAY.open(), ELEVEN).with(AAPL, BEFORE.open(), BEFORE.close());
        heal(NVDA);
        source.asked.clear();

        assertThat(heal(NVDA, AAPL)).isEqualTo(390);
        assertThat(source.asked).allMatch(request -> request.startsWith("[AAPL] "));
    }

    @Test
    void triesAgainWhatFailed() {
        source.with(NVDA, DAY.open(), ELEVEN);
        source.isDown = true;
        assertThatThrownBy(() -> heal(NVDA)).isInstanceOf(BrokerUnavailable.class);
        source.isDown = false;
        assertThat(heal(NVDA)).isEqualTo(88);
    }

    @Test
    @DisplayName("A-34: a half-day ends at 13:00, a holiday has no minutes")
    void knowsHalfDays() {
        Session half = CALENDAR.sessionOn(LocalDate.of(2026, 11, 27)).orElseThrow();
        Instant saturday = half.close().plus(Duration.ofHours(24));
        source.with(NVDA, half.open(), half.close().plus(Duration.ofHours(3)));

        assertThat(healing.heal(Set.of(NVDA), saturday, true)).isEqualTo(210);
        assertThat(bars.gaps(NVDA, GapReason.NO_TRADES)).isEmpty();
    }

    @Test
    @DisplayName("MISSING-BARS: on random days every settled minute has a bar or a record")
    void accountsForEveryMinute() {
        Seeds.check(
                50,
                random -> {
                    var store = new MemoryBars();
                    var market = new Source().with(NVDA, DAY.open(), DAY.close());
                    var healer = healing(store, market);
                    for (int minute = 0; minute < 390; minute++) {
                        if (random.nextInt(10) == 0) {
                            market.without(NVDA, minute(minute));
                        } else if (random.nextInt(5) > 0) {
                            store.store(List.of(streamed(NVDA, minute)), minute(minute + 1));
                        }
                        if (random.nextInt(3) == 0) {
                            healer.heal(Set.of(NVDA), minute(minute + 1), random.nextBoolean());
                        }
                    }
                    healer.heal(Set.of(NVDA), DAY.close().plusSeconds(90), true);

                    Set<Instant> accounted = new HashSet<>(store.gaps(NVDA, GapReason.NO_TRADES));
                    store.of(NVDA).forEach(row -> accounted.add(row.bar().start()));
                    assertThat(accounted).hasSize(390);
                    assertThat(store.of(NVDA))
                            .hasSize(390 - store.gaps(NVDA, GapReason.NO_TRADES).size());
                });
    }

    private int heal(Ticker... tickers) {
        return healing.heal(Set.of(tickers), ELEVEN, true);
    }

    private void stream(Ticker ticker, int from, int to) {
        for (int minute = from; minute < to; minute++) {
            bars.store(List.of(streamed(ticker, minute)), minute(minute + 1));
        }
    }

    private static StoredBar streamed(Ticker ticker, int minute) {
        return new StoredBar(Source.bar(ticker, minute(minute)), BarSource.STREAM, "sip");
    }

    private static Instant minute(int n) {
        return DAY.open().plusSeconds(60L * n);
    }

    @Test
    @DisplayName("A-10: more sessions are made complete as soon as the setting says so")
    void reachesFurtherWhenToldTo() {
        source.with(NVDA, BEFORE.open(), BEFORE.close()).with(NVDA, DAY.open(), ELEVEN);
        settings.reload(Map.of("telemetry.sessions", "1"));
        assertThat(heal(NVDA)).isEqualTo(88);

        settings.reload(Map.of("telemetry.sessions", "2"));
        assertThat(heal(NVDA)).isEqualTo(390);
    }

    private BarHealing afterStart() {
        return new BarHealing(new SessionHealing(bars, source), CALENDAR, settings);
    }

    private static CurrentSettings<TelemetrySettings> settings() {
        return new CurrentSettings<>(
                TelemetrySettings.class, SettingsBinder.simulated(), Map.of(), Map.of());
    }

    private static BarHealing healing(MemoryBars bars, Source source) {
        return new BarHealing(new SessionHealing(bars, source), CALENDAR, settings());
    }
}
