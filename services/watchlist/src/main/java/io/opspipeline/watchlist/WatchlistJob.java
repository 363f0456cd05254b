package io.opspipeline.watchlist;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.store.Watchlist;
import io.opspipeline.ports.store.WatchlistRow;
import io.opspipeline.watchlist.rules.Candidate;
import io.opspipeline.watchlist.rules.Listed;
import io.opspipeline.watchlist.rules.ScoreParts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Scores the active tickers and replaces the list.
final class WatchlistJob implements Job {

    private final Supplier<WatchlistSettings> settings;
    private final CandidatesLoader candidates;
    private final Watchlist watchlist;

    WatchlistJob(
            Supplier<WatchlistSettings> settings,
            CandidatesLoader candidates,
            Watchlist watchlist) {
        this.settings = settings;
        this.candidates = candidates;
        this.watchlist = watchlist;
    }

    @Override
    public JobName name() {
        return JobName.WATCHLIST;
    }

    @Override
    public JobResult run(Tick tick) {
        WatchlistSettings figures = settings.get();
        Instant asOf = tick.asOf();
        Set<Ticker> active = candidates.active();
        var fresh = candidates.fresh(active, asOf, figures.oldestFeatures());
        List<Candidate> scored =
                candidates.candidates(
                        active, fresh, asOf, Duration.ofDays(figures.performanceDays()));
        List<Listed> list = figures.rule().list(scored, asOf);
        watchlist.replace(list.stream().map(listed -> row(listed, asOf)).toList(), asOf);
        return new JobResult(fresh.size(), active.size(), list.size() + " on the list");
    }

    private static WatchlistRow row(Listed listed, Instant asOf) {
        ScoreParts parts = listed.parts();
        return new WatchlistRow(
                listed.ticker(),
                listed.rank(),
                listed.score(),
                parts.setup(),
                parts.volume(),
                parts.sentiment(),
                parts.performance(),
                listed.enteredAt(),
                asOf);
    }
}
