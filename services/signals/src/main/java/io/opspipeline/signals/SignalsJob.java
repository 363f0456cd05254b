package io.opspipeline.signals;

import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.job.WakeUps;
import io.opspipeline.ports.store.Signals;
import io.opspipeline.runtime.setting.CurrentSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Judges the newest features of every active ticker.
final class SignalsJob implements Job {

    private final CurrentSettings<SignalsSettings> settings;
    private final SignalInputsLoader inputs;
    private final Signals signals;
    private final WakeUps wakeUps;

    SignalsJob(
            CurrentSettings<SignalsSettings> settings,
            SignalInputsLoader inputs,
            Signals signals,
            WakeUps wakeUps) {
        this.settings = settings;
        this.inputs = inputs;
        this.signals = signals;
        this.wakeUps = wakeUps;
    }

    @Override
    public JobName name() {
        return JobName.SIGNALS;
    }

    @Override
    public JobResult run(Tick tick) {
        signals.expire(tick.asOf());
        Optional<String> fault = settings.fault();
        if (fault.isPresent()) {
            return new JobResult(0, 1, "no signals: " + fault.get());
        }
        return judge(settings.get(), tick.asOf());
    }

    private JobResult judge(SignalsSettings figures, Instant asOf) {
        SignalInputs loaded = inputs.asOf(asOf, memory(figures));
        var decisions = SignalDecisions.of(loaded, figures.rule(), asOf);
        int added = commit(decisions, asOf);
        int tickers = loaded.tickers().size();
        return new JobResult(
                decisions.judged(tickers),
                tickers,
                "%d new signals, held %s".formatted(added, decisions.holds()));
    }

    private int commit(SignalDecisions decisions, Instant asOf) {
        signals.recordHolds(decisions.holds(), asOf);
        signals.recordNearMisses(decisions.misses(), asOf);
        return wakeUps.announce(
                Topic.SIGNALS, asOf, () -> signals.store(decisions.signals(), asOf));
    }

    /// The oldest bar that may be judged, and a cooldown before it.
    private static Duration memory(SignalsSettings figures) {
        return figures.oldestBar().plus(figures.cooldown());
    }
}
