package io.opspipeline.telemetry;

import static io.opspipeline.telemetry.Source.AAPL;
import static io.opspipeline.telemetry.Source.NVDA;
import static io.opspipeline.telemetry.Source.SPY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.domain.money.Price;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.store.RecordedQuote;
import io.opspipeline.ports.store.RecordedVolatility;
import io.opspipeline.telemetry.rules.OptionAnalysisRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChainRecordingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T20:50:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final MemoryHistory history = new MemoryHistory();
    private final PricedChains chains = new PricedChains(NOW);
    private final Source source =
            new Source()
                    .with(Source.bar(NVDA, NOW))
                    .with(Source.bar(AAPL, NOW))
                    .with(Source.bar(SPY, NOW));
    private final ChainSurvey survey =
            new ChainSurvey(
                    source,
                    chains,
                    () -> new OptionAnalysisRule(SessionCalendar.nyse(), PricedChains.RATE));
    private final CollectedTickers tickers =
            new CollectedTickers(new ListedUniverse(NVDA, AAPL), source);

    @Test
    @DisplayName("A-75: volatility comes from our own solver on the mid, for every name")
    void recordsVolatilityOfEveryName() {
        JobResult result = recordVolatilities();

        assertThat(result).isEqualTo(JobResult.of(3));
        assertThat(history.volatilities)
                .extracting(RecordedVolatility::ticker)
                .containsExactly(AAPL, NVDA, SPY);
        assertThat(history.volatilities)
                .allSatisfy(row -> {
                    assertThat(row.thirtyDay()).isEqualTo(PricedChains.VOLATILITY, within(1e-4));
                    assertThat(row.day()).isEqualTo(TODAY);
                    assertThat(row.nearExpiry()).isEqualTo(LocalDate.of(2026, 12, 18));
                    assertThat(row.farExpiry()).isEqualTo(LocalDate.of(2026, 12, 25));
                    assertThat(row.feed()).isEqualTo("opra");
                });
    }

    @Test
    @DisplayName("A-33: a chain that cannot be read leaves the other names alone")
    void isolatesABrokenChain() {
        chains.broken.add(NVDA);
        assertThat(recordVolatilities()).isEqualTo(new JobResult(2, 3, ""));
        assertThat(history.volatilities)
                .extracting(RecordedVolatility::ticker)
                .containsExactly(AAPL, SPY);
    }

    @Test
    void recordsQuotesNearTheMoneyOncePerPeriod() {
        var recorder = recorder();
        int first = recorder.recordIfDue(Set.of(NVDA), NOW);

        // two Fridays, four strikes that are quoted, both rights
        assertThat(first).isEqualTo(2 * 4 * 2);
        assertThat(recorder.recordIfDue(Set.of(NVDA), NOW.plusSeconds(299))).isZero();
        assertThat(recorder.recordIfDue(Set.of(NVDA), NOW.plusSeconds(300))).isPositive();
        assertThat(chains.asked).hasSize(2);
    }

    @Test
    void recordsWhatAQuoteImplies() {
        recorder().recordIfDue(Set.of(NVDA), NOW);
        assertThat(history.quotes)
                .allSatisfy(quote -> {
                    assertThat(quote.impliedVolatility().orElseThrow())
                            .isEqualTo(PricedChains.VOLATILITY, within(1e-4));
                    assertThat(quote.delta()).isPresent();
                    assertThat(quote.volume()).hasValue(7);
                    assertThat(quote.seenAt()).isEqualTo(NOW);
                });
        assertThat(history.quotes)
                .extracting(RecordedQuote::symbol)
                .noneMatch(symbol -> symbol.strike().isBelow(Price.of("99")));
    }

    @Test
    @DisplayName("A-29: index funds that the source lacks are dropped, what is held never is")
    void collectsWhatIsHeld() {
        var universe = new ListedUniverse(NVDA);
        universe.held.add(AAPL);
        assertThat(new CollectedTickers(universe, source).now()).containsExactly(AAPL, NVDA, SPY);
        source.isDown = true;
        assertThat(new CollectedTickers(universe, source).now()).hasSize(4);
    }

    private JobResult recordVolatilities() {
        var job = new IvRecordJob(tickers, survey, history, () -> new ChainReach(8, 60, 0.05));
        return job.run(new Tick(JobName.IV_RECORD, Optional.empty(), Cause.SCHEDULE, NOW, NOW));
    }

    @Test
    @DisplayName("A-10: a changed period of the quotes holds from the next run on")
    void recordsAtItsNewPeriod() {
        Duration[] every = {Duration.ofHours(1)};
        var recorder =
                new ChainQuoteRecorder(
                        survey,
                        history,
                        () -> new TelemetrySettings.Quotes(every[0], 23, 37, 0.02));
        recorder.recordIfDue(Set.of(NVDA), NOW);
        assertThat(recorder.recordIfDue(Set.of(NVDA), NOW.plusSeconds(60))).isZero();

        every[0] = Duration.ofMinutes(1);
        assertThat(recorder.recordIfDue(Set.of(NVDA), NOW.plusSeconds(60))).isPositive();
    }

    private ChainQuoteRecorder recorder() {
        Duration every = Duration.ofMinutes(5);
        return new ChainQuoteRecorder(
                survey, history, () -> new TelemetrySettings.Quotes(every, 23, 37, 0.02));
    }
}
