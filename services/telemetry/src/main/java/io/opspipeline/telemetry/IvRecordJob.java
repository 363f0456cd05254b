package io.opspipeline.telemetry;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.store.OptionHistory;
import io.opspipeline.ports.store.RecordedVolatility;
import io.opspipeline.telemetry.ChainSurvey.Found;
import io.opspipeline.telemetry.rules.ThirtyDayVolatilityRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Records the 30-day at-the-money implied volatility of every name, shortly before the close.
final class IvRecordJob implements Job {

    private final CollectedTickers tickers;
    private final ChainSurvey survey;
    private final OptionHistory history;
    private final Supplier<ChainReach> reach;

    IvRecordJob(
            CollectedTickers tickers,
            ChainSurvey survey,
            OptionHistory history,
            Supplier<ChainReach> reach) {
        this.tickers = tickers;
        this.survey = survey;
        this.history = history;
        this.reach = reach;
    }

    @Override
    public JobName name() {
        return JobName.IV_RECORD;
    }

    @Override
    public JobResult run(Tick tick) {
        Set<Ticker> names = tickers.now();
        LocalDate today = NewYork.dateOf(tick.asOf());
        List<RecordedVolatility> volatilities =
                survey.read(names, reach.get(), tick.asOf()).stream()
                        .flatMap(found -> volatility(found, today).stream())
                        .toList();
        history.recordVolatilities(volatilities, tick.asOf());
        return new JobResult(volatilities.size(), names.size(), "");
    }

    private Optional<RecordedVolatility> volatility(Found found, LocalDate today) {
        var options = found.options().stream().map(ChainSurvey.SeenOption::analysed).toList();
        return ThirtyDayVolatilityRule.of(options, found.spot(), today)
                .map(iv ->
                        new RecordedVolatility(
                                found.ticker(),
                                today,
                                iv.value(),
                                iv.nearExpiry(),
                                iv.farExpiry(),
                                survey.feed()));
    }
}
