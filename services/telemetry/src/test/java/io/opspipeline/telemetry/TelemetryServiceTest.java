package io.opspipeline.telemetry;

import static io.opspipeline.telemetry.Pit.NVDA;
import static io.opspipeline.telemetry.Pit.SPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.store.OptionHistory;
import io.opspipeline.ports.store.TradingHalts;
import io.opspipeline.runtime.health.HealthReport;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class TelemetryServiceTest {

    @Test
    @DisplayName("A-32: before the open it fills past sessions, then stores what is streamed")
    void fillsThenStreams(TestDatabase database) {
        try (var pit = Pit.open(database, Duration.ofMinutes(-2))) {
            pit.run(5, true);

            Instant open = pit.session().open();
            var before = SessionCalendar.nyse().previous(pit.session().date());
            assertThat(bars(pit, NVDA, before.open(), before.close())).hasSize(390);
            assertThat(bars(pit, SPY, before.open(), before.close())).hasSize(390);
            assertThat(bars(pit, NVDA, open, pit.now()))
                    .extracting(Bar::start)
                    .containsExactly(open, open.plusSeconds(60), open.plusSeconds(120));
            HealthReport health = pit.service().health();
            assertThat(health.readings().get("bars").isGood()).isTrue();
            assertThat(health.readings().get("bar-stream").isGood()).isTrue();
        }
    }

    @Test
    @DisplayName("A-43: feeds, options data and the streams' symbol limit are stored for status")
    void recordsItsCapabilities(TestDatabase database) {
        try (var pit = Pit.open(database, Duration.ofMinutes(-1))) {
            pit.run(3, true);
            assertThat(beat(pit))
                    .startsWith("stocks sip, options opra, ")
                    .contains("options of NVDA quoted; stream connected at ");
            assertThat(capabilities(database))
                    .contains("option feed: opra", "stock feed: sip")
                    .anyMatch(line -> line.startsWith("stream symbol limit: bars unlimited"))
                    .anyMatch(line -> line.matches("options data: \\d+ options of NVDA quoted"));
        }
    }

    @Test
    @DisplayName("A-75: quotes every five minutes, and volatility ten minutes before the close")
    void recordsOptions(TestDatabase database) {
        try (var pit = Pit.open(database, Duration.ofMinutes(378))) {
            pit.run(5, true);

            var history = pit.service().bean(OptionHistory.class);
            var today = pit.session().date();
            assertThat(history.quotes(NVDA, pit.session().open(), pit.session().close()))
                    .isNotEmpty()
                    .allSatisfy(quote -> assertThat(quote.feed()).isEqualTo("opra"));
            assertThat(history.volatilities(NVDA, today, today))
                    .singleElement()
                    .satisfies(row -> assertThat(row.thirtyDay()).isBetween(0.05, 2.0));
            assertThat(history.volatilities(SPY, today, today)).hasSize(1);
        }
    }

    @Test
    @DisplayName("LULD-HALT-HELD, GAP-DURING-RECONNECT: halts are kept, what was missed is filled")
    void keepsHaltsAndFillsWhatABrokenStreamMissed(TestDatabase database) {
        try (var pit = Pit.open(database, Duration.ofMinutes(10))) {
            pit.run(3, true);
            pit.halt(NVDA, true);
            assertThat(halt(pit)).isEqualTo("NVDA true");
            pit.halt(NVDA, false);
            pit.dropStreams();
            pit.run(6, false);

            List<Bar> stored = bars(pit, NVDA, pit.session().open(), pit.now());
            assertThat(stored).hasSizeBetween(17, 19).doesNotHaveDuplicates();
        }
    }

    @Test
    @DisplayName("A-33, MUTE-SOCKET: a stream that says nothing is made good by the schedule")
    void fillsWhatAMuteStreamKept(TestDatabase database) {
        try (var pit = Pit.open(database, Duration.ofMinutes(10))) {
            pit.run(6, false);
            assertThat(bars(pit, NVDA, pit.session().open(), pit.now()))
                    .hasSizeBetween(14, 15)
                    .last()
                    .satisfies(bar ->
                            assertThat(bar.age(pit.now())).isLessThan(Duration.ofMinutes(3)));
        }
    }

    private static List<Bar> bars(Pit pit, Ticker ticker, Instant from, Instant to) {
        return pit.service()
                .bean(Bars.class)
                .between(Set.of(ticker), from, to)
                .getOrDefault(ticker, List.of());
    }

    private static String halt(Pit pit) {
        var newest = pit.service().bean(TradingHalts.class).newest(Set.of(NVDA)).get(NVDA);
        return newest == null ? "none" : newest.ticker() + " " + newest.isOn();
    }

    /// As `status` shows them.
    private static List<String> capabilities(TestDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("select name || ': ' || value from capabilities order by name")
                .query(String.class)
                .list();
    }

    private static String beat(Pit pit) {
        return pit.service()
                .bean(Heartbeats.class)
                .latest("telemetry", Optional.empty())
                .orElseThrow()
                .detail();
    }
}
