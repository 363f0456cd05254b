package io.opspipeline.runtime.job;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The runs of one (job, account), one after the other, in the thread that brings the first. While
/// one runs, the newest tick of each cause waits and older ones are forgotten, so that a pause is
/// never followed by a storm.
final class JobLane {

    private static final Logger LOG = LoggerFactory.getLogger(JobLane.class);
    private static final int ATTEMPTS = 3;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final JobName job;
    private final Optional<AccountId> account;
    private final Duration period;
    private final JobRunner runner;
    private final Timers timers;
    private final Clock clock;
    private final Map<Cause, Turn> waiting = new EnumMap<>(Cause.class);
    private boolean busy;

    JobLane(
            JobName job,
            Optional<AccountId> account,
            Duration period,
            JobRunner runner,
            Timers timers,
            Clock clock) {
        this.job = job;
        this.account = account;
        this.period = period;
        this.runner = runner;
        this.timers = timers;
        this.clock = clock;
    }

    /// Runs a tick as soon as the lane is free.
    void offer(Cause cause, Instant scheduledFor) {
        offer(new Turn(cause, scheduledFor, 1));
    }

    private void offer(Turn turn) {
        synchronized (waiting) {
            waiting.merge(turn.cause(), turn, Turn::newer);
            if (busy) {
                return;
            }
            busy = true;
        }
        runAll();
    }

    /// What escapes a run must not keep the lane: the job would never run again.
    private void runAll() {
        try {
            for (Turn next = take(); next != null; next = take()) {
                run(next);
            }
        } catch (Throwable escaped) {
            free();
            throw escaped;
        }
    }

    private void free() {
        synchronized (waiting) {
            busy = false;
        }
    }

    private @Nullable Turn take() {
        synchronized (waiting) {
            Turn next = waiting.isEmpty() ? null : waiting.values().iterator().next();
            if (next == null) {
                busy = false;
            } else {
                waiting.remove(next.cause());
            }
            return next;
        }
    }

    private void run(Turn turn) {
        Instant now = clock.instant();
        if (isStale(turn, now)) {
            LOG.warn("{} of {} is too old to run", job.label(), turn.scheduledFor());
            return;
        }
        var tick = new Tick(job, account, turn.cause(), turn.scheduledFor(), now);
        if (runner.run(tick) instanceof RunOutcome.Failed && turn.attempt() < ATTEMPTS) {
            retry(turn.again());
        }
    }

    private boolean isStale(Turn turn, Instant now) {
        return Duration.between(turn.scheduledFor(), now).compareTo(period) >= 0;
    }

    private void retry(Turn turn) {
        timers.at(
                clock.instant().plus(RETRY_AFTER),
                new TimerKey(
                        JobSchedule.of(job).stage(),
                        account,
                        job.label() + " retry " + turn.cause()),
                () -> offer(turn));
    }

    /// A tick's turn in the lane.
    private record Turn(Cause cause, Instant scheduledFor, int attempt) {

        private Turn newer(Turn other) {
            return other.scheduledFor.isBefore(scheduledFor) ? this : other;
        }

        private Turn again() {
            return new Turn(cause, scheduledFor, attempt + 1);
        }
    }
}
