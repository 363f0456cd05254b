package io.opspipeline.persistence.market;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.MSFT;
import static io.opspipeline.persistence.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.BarSource;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresBarsTest {

    private static final Instant NEXT = TEN.plusSeconds(60);

    private Database database;
    private Bars bars;

    @BeforeEach
    void open(DataSource source) {
        database = Database.over(source);
        bars = new PostgresBars(database);
    }

    @Test
    @DisplayName("A-32: bars upsert on (ticker, ts); a replay changes nothing")
    void changesNothingOnReplay() {
        List<StoredBar> rows =
                List.of(
                        bar(AAPL, TEN, "100", BarSource.STREAM),
                        bar(AAPL, NEXT, "101", BarSource.STREAM),
                        bar(MSFT, TEN, "400", BarSource.REST));

        assertThat(bars.store(rows, NEXT)).isEqualTo(3);
        assertThat(bars.store(rows, NEXT.plusSeconds(9))).isZero();
        assertThat(bars.store(List.of(), NEXT)).isZero();
        assertThat(bars.between(Set.of(AAPL, MSFT), TEN, NEXT))
                .isEqualTo(
                        Map.of(AAPL, List.of(rows.get(0).bar()), MSFT, List.of(rows.get(2).bar())));
    }

    @Test
    @DisplayName("A-32: a correction overwrites, and the bar it corrected does not come back")
    void keepsACorrection() {
        bars.store(List.of(bar(AAPL, TEN, "100", BarSource.STREAM)), NEXT);

        assertThat(bars.store(List.of(bar(AAPL, TEN, "100.5", BarSource.STREAM_UPDATE)), NEXT))
                .isOne();
        assertThat(bars.store(List.of(bar(AAPL, TEN, "100", BarSource.STREAM)), NEXT)).isZero();
        assertThat(bars.store(List.of(bar(AAPL, TEN, "100.6", BarSource.REST)), NEXT)).isOne();
        assertThat(bars.latestBefore(AAPL, NEXT).orElseThrow().close())
                .isEqualTo(Price.of("100.6"));
    }

    @Test
    void keepsTheCorrectionWithinOneBatch() {
        List<StoredBar> rows =
                List.of(
                        bar(AAPL, TEN, "100.5", BarSource.STREAM_UPDATE),
                        bar(AAPL, TEN, "100", BarSource.STREAM));

        assertThat(bars.store(rows, NEXT)).isOne();
        assertThat(bars.latestBefore(AAPL, NEXT).orElseThrow().close())
                .isEqualTo(Price.of("100.5"));
    }

    @Test
    void findsTheNewest() {
        bars.store(
                List.of(
                        bar(AAPL, TEN, "100", BarSource.REST),
                        bar(AAPL, NEXT, "101", BarSource.REST)),
                NEXT);

        assertThat(bars.latestBefore(AAPL, NEXT)).map(Bar::start).contains(TEN);
        assertThat(bars.latestBefore(AAPL, TEN)).isEmpty();
        assertThat(bars.latestBefore(Set.of(AAPL, MSFT), NEXT.plusSeconds(1)))
                .hasSize(1)
                .extractingByKey(AAPL)
                .returns(NEXT, Bar::start);
        assertThat(bars.latestBefore(AAPL, TEN.plus(Duration.ofDays(15)))).isPresent();
        assertThat(bars.latestBefore(AAPL, NEXT.plus(Duration.ofDays(15)).plusSeconds(1)))
                .isEmpty();
        assertThat(bars.latestBefore(Set.of(), NEXT)).isEmpty();
    }

    @Test
    @DisplayName("A-32: a day whose first bars were rolled back is stored by the next")
    void storesADayThatWasRolledBack() {
        List<StoredBar> rows = List.of(bar(AAPL, TEN, "100", BarSource.STREAM));
        assertThatThrownBy(() ->
                        database.inTransaction(() -> {
                            bars.store(rows, NEXT);
                            throw new IllegalStateException("the announcement failed");
                        }))
                .hasMessage("the announcement failed");

        assertThat(bars.store(rows, NEXT)).isOne();
        assertThat(database.<Integer>inTransaction(() -> bars.store(rows, NEXT))).isZero();
    }

    @Test
    void remembersMinutesWithoutABar() {
        var starts = Map.of(AAPL, List.of(TEN, NEXT));
        bars.recordGaps(starts, Bars.GapReason.NO_TRADES, NEXT);
        bars.recordGaps(starts, Bars.GapReason.SOURCE_UNAVAILABLE, NEXT);

        assertThat(bars.gaps(Set.of(AAPL, MSFT), TEN, NEXT)).isEqualTo(Map.of(AAPL, Set.of(TEN)));
        assertThat(
                        database.jdbc()
                                .sql("select distinct reason from telemetry_gaps")
                                .query(String.class)
                                .list())
                .containsExactly("NO_TRADES");
    }

    @Test
    void storesManySymbolsOverSeveralDays() {
        List<StoredBar> rows =
                IntStream.range(0, 6_000)
                        .mapToObj(i ->
                                bar(
                                        new Ticker("T" + i % 3_000),
                                        TEN.plus(Duration.ofDays(i / 3_000)),
                                        "10",
                                        BarSource.REST))
                        .toList();

        assertThat(bars.store(rows, TEN)).isEqualTo(6_000);
        assertThat(bars.latestBefore(new Ticker("T0"), TEN.plus(Duration.ofDays(2))))
                .map(Bar::start)
                .contains(TEN.plus(Duration.ofDays(1)));
    }

    private static StoredBar bar(Ticker ticker, Instant start, String close, BarSource source) {
        Price price = Price.of(close);
        Bar bar = new Bar(ticker, start, price, price, price, price, 1_000);
        return new StoredBar(bar, source, "sip");
    }
}
