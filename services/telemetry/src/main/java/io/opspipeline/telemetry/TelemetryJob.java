package io.opspipeline.telemetry;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.store.Heartbeats;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the data complete: stream subscription, missing bars, splits, chain quotes.
final class TelemetryJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(TelemetryJob.class);

    private final CollectedTickers tickers;
    private final BarFeed feed;
    private final MissedBars missed;
    private final SplitIntake splits;
    private final ChainQuoteRecorder quotes;
    private final CapabilityProbe probe;
    private final StreamWatch stream;
    private final Heartbeats heartbeats;

    TelemetryJob(
            CollectedTickers tickers,
            BarFeed feed,
            MissedBars missed,
            SplitIntake splits,
            ChainQuoteRecorder quotes,
            CapabilityProbe probe,
            StreamWatch stream,
            Heartbeats heartbeats) {
        this.tickers = tickers;
        this.feed = feed;
        this.missed = missed;
        this.splits = splits;
        this.quotes = quotes;
        this.probe = probe;
        this.stream = stream;
        this.heartbeats = heartbeats;
    }

    @Override
    public JobName name() {
        return JobName.TELEMETRY;
    }

    @Override
    public void taken(Optional<AccountId> account) {
        feed.open();
    }

    @Override
    public void released(Optional<AccountId> account) {
        feed.close();
    }

    @Override
    public JobResult run(Tick tick) {
        Instant asOf = tick.asOf();
        Set<Ticker> collected = tickers.now();
        feed.follow(collected);
        probe.runUntilKnown(asOf);
        // Before anything that a broker who does not answer can end: who hears the stream is alive.
        heartbeats.beat(
                name().label(), Optional.empty(), asOf, probe.detail() + "; " + stream.detail());
        int healed = missed.fetch(asOf);
        splits.refresh(collected, asOf);
        String note = "%d bars healed, %s".formatted(healed, quotes(asOf));
        return new JobResult(collected.size(), collected.size(), note);
    }

    /// Quotes are for later judgement: without them bars are still complete.
    private String quotes(Instant asOf) {
        try {
            return quotes.recordIfDue(tickers.active(), asOf) + " quotes recorded";
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("chain quotes were not recorded", unavailable);
            return "no quotes: " + unavailable.getMessage();
        }
    }
}
