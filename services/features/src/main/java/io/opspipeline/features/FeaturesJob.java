package io.opspipeline.features;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.job.WakeUps;
import io.opspipeline.ports.store.Features;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.ports.store.UniverseRow;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Computes the features of the bars that came since the last run. Its result is the coverage:
/// tickers with fresh features, of those with enough bars.
final class FeaturesJob implements Job {

    private final Universe universe;
    private final FeatureBoard board;
    private final Features features;
    private final WakeUps wakeUps;
    private final CoverageRecord record;

    FeaturesJob(
            Universe universe,
            FeatureBoard board,
            Features features,
            WakeUps wakeUps,
            CoverageRecord record) {
        this.universe = universe;
        this.board = board;
        this.features = features;
        this.wakeUps = wakeUps;
        this.record = record;
    }

    @Override
    public JobName name() {
        return JobName.FEATURES;
    }

    @Override
    public JobResult run(Tick tick) {
        Set<Ticker> active = active();
        try {
            List<FeatureRow> rows = board.advance(active, tick.asOf());
            commit(rows, tick.asOf());
            Coverage coverage = board.coverage(active, tick.asOf());
            record.note(coverage);
            String note = "%d rows; %s".formatted(rows.size(), coverage.note());
            return new JobResult(coverage.computed(), coverage.expected(), note);
        } catch (RuntimeException e) {
            // The board may be ahead of the store now.
            board.forget();
            throw e;
        }
    }

    private void commit(List<FeatureRow> rows, Instant asOf) {
        if (!rows.isEmpty()) {
            wakeUps.announce(Topic.FEATURES, asOf, () -> stored(rows, asOf));
        }
    }

    private int stored(List<FeatureRow> rows, Instant asOf) {
        features.store(rows, asOf);
        return rows.size();
    }

    private Set<Ticker> active() {
        return universe.active().stream()
                .map(UniverseRow::ticker)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
