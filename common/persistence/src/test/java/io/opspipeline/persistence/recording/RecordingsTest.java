package io.opspipeline.persistence.recording;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.DAY_START;
import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.MSFT;
import static io.opspipeline.persistence.Scene.TEN;
import static io.opspipeline.persistence.Scene.TINY;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.persistence.Entry;
import io.opspipeline.persistence.Scene;
import io.opspipeline.ports.store.DailyReport;
import io.opspipeline.ports.store.DayTally;
import io.opspipeline.ports.store.EquitySnapshot;
import io.opspipeline.ports.store.RecordedQuote;
import io.opspipeline.ports.store.RecordedVolatility;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class RecordingsTest {

    private static final LocalDate THURSDAY = LocalDate.parse("2026-11-19");

    private Scene scene;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
    }

    @Test
    @DisplayName("A-75: implied volatility is stored daily from the first day")
    void keepsTheLastVolatilityOfADay() {
        var history = new PostgresOptionHistory(scene.database);
        history.recordVolatilities(List.of(volatility(0.31)), TEN);
        history.recordVolatilities(List.of(volatility(0.32)), TEN);
        history.recordVolatilities(List.of(), TEN);

        assertThat(history.volatilities(AAPL, THURSDAY, THURSDAY))
                .containsExactly(volatility(0.32));
        assertThat(history.volatilities(AAPL, THURSDAY.plusDays(1), THURSDAY.plusDays(2)))
                .isEmpty();
    }

    @Test
    void storesAQuoteOnce() {
        var history = new PostgresOptionHistory(scene.database);
        List<RecordedQuote> quotes =
                List.of(
                        quote(OptionalDouble.of(0.3), OptionalLong.of(1_200), TEN),
                        quote(OptionalDouble.empty(), OptionalLong.empty(), TEN.plusSeconds(300)));

        assertThat(history.recordQuotes(quotes)).isEqualTo(2);
        assertThat(history.recordQuotes(quotes)).isZero();
        assertThat(history.recordQuotes(List.of())).isZero();
        assertThat(history.quotes(AAPL, TEN, TEN.plusSeconds(301))).isEqualTo(quotes);
        assertThat(history.quotes(MSFT, TEN, TEN.plusSeconds(301))).isEmpty();
    }

    @Test
    @DisplayName("A-131: the high-water mark of an account is its own")
    void remembersTheHighestEquity() {
        var history = new PostgresEquityHistory(scene.database);
        EquitySnapshot high = snapshot("121500.50", TEN);
        EquitySnapshot low = snapshot("120000", TEN.plusSeconds(300));
        history.record(high);
        history.record(low);
        history.record(snapshot("999999", TEN));

        assertThat(history.highWaterMark(LARGE, TEN.plusSeconds(300)))
                .contains(Money.of("121500.50"));
        assertThat(history.highWaterMark(TINY, TEN)).isEmpty();
        assertThat(history.between(LARGE, TEN, TEN.plusSeconds(301))).containsExactly(high, low);
        assertThat(history.latestBefore(LARGE, TEN.plusSeconds(300))).contains(high);
        assertThat(history.latestBefore(LARGE, TEN)).isEmpty();
    }

    @Test
    @DisplayName("A-131: a report tells what ended in the session and what is still held")
    void reportsASession() {
        var reports = new PostgresReports(scene.database);
        long position = Entry.held(scene, LARGE, AAPL);
        Entry.held(scene, LARGE, MSFT);
        scene.positions.end(LARGE, position, PositionState.EXPIRED, "EXPIRED", TEN.plusSeconds(60));

        DayTally tally = reports.tally(LARGE, DAY_START, DAY_START.plusSeconds(86_400));
        DailyReport report =
                new DailyReport(
                        THURSDAY,
                        LARGE,
                        Money.of("121000"),
                        Money.of("120499.90"),
                        tally,
                        TEN.plusSeconds(99));
        reports.store(report);
        reports.store(report);

        assertThat(tally)
                .isEqualTo(new DayTally(Money.of("-500.0959"), Money.of("0.0959"), 1, 0, 1, 1));
        assertThat(reports.find(LARGE, THURSDAY)).contains(report);
        assertThat(reports.latest(LARGE, 5)).containsExactly(report);
        assertThat(reports.find(TINY, THURSDAY)).isEmpty();
        assertThat(reports.tally(TINY, DAY_START, TEN))
                .isEqualTo(new DayTally(Money.ZERO, Money.ZERO, 0, 0, 0, 0));
    }

    private static RecordedVolatility volatility(double thirtyDay) {
        return new RecordedVolatility(
                AAPL,
                THURSDAY,
                thirtyDay,
                LocalDate.parse("2026-12-11"),
                LocalDate.parse("2026-12-24"),
                "opra");
    }

    private static RecordedQuote quote(
            OptionalDouble impliedVolatility, OptionalLong volume, Instant at) {
        return new RecordedQuote(
                OccSymbol.parse("AAPL261211C00100000"),
                at,
                Entry.QUOTE,
                impliedVolatility,
                OptionalDouble.empty(),
                volume,
                OptionalInt.of(800),
                "opra");
    }

    private static EquitySnapshot snapshot(String equity, Instant at) {
        return new EquitySnapshot(
                LARGE, at, Money.of(equity), Money.of("-3.10"), Money.ZERO, Money.of("12.5"), 1);
    }
}
