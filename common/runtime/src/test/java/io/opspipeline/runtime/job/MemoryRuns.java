package io.opspipeline.runtime.job;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.job.LastRun;
import io.opspipeline.ports.job.RunHistory;
import io.opspipeline.ports.job.RunLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// A run ledger in memory.
public final class MemoryRuns implements RunLedger, RunHistory {

    private static final int ATTEMPTS = 3;

    private final List<Run> runs = new ArrayList<>();

    /// One attempt of one tick.
    public record Run(Tick tick, String status, Instant at, JobResult result, String reason) {}

    @Override
    public synchronized OptionalLong begin(Tick tick, Instant at) {
        List<Run> before = runs.stream().filter(run -> sameKey(run.tick(), tick)).toList();
        if (before.size() >= ATTEMPTS
                || before.stream().anyMatch(run -> !run.status().equals("FAILED"))) {
            return OptionalLong.empty();
        }
        runs.add(new Run(tick, "RUNNING", at, JobResult.of(0), ""));
        return OptionalLong.of(runs.size() - 1L);
    }

    @Override
    public synchronized void done(long runId, JobResult result, Instant at) {
        end(runId, "DONE", result, "", at);
    }

    @Override
    public synchronized void failed(long runId, String reason, Instant at) {
        end(runId, "FAILED", JobResult.of(0), reason, at);
    }

    @Override
    public synchronized int abandoned(JobName job, Optional<AccountId> account, Instant at) {
        List<Integer> open = running(job, account);
        open.forEach(run -> failed(run, "its process is gone", at));
        return open.size();
    }

    @Override
    public synchronized Optional<Instant> unfinishedSince(
            JobName job, Optional<AccountId> account) {
        return running(job, account).stream().map(run -> runs.get(run).at()).findFirst();
    }

    private List<Integer> running(JobName job, Optional<AccountId> account) {
        return IntStream.range(0, runs.size())
                .boxed()
                .filter(run -> runs.get(run).status().equals("RUNNING"))
                .filter(run -> runs.get(run).tick().job() == job)
                .filter(run -> runs.get(run).tick().account().equals(account))
                .toList();
    }

    @Override
    public synchronized Optional<LastRun> lastDone(JobName job, Optional<AccountId> account) {
        return runs.stream()
                .filter(run -> run.status().equals("DONE"))
                .filter(run -> run.tick().job() == job && run.tick().account().equals(account))
                .reduce((_, newer) -> newer)
                .map(run -> new LastRun(run.at(), run.result(), "test"));
    }

    /// Every attempt so far.
    public synchronized List<Run> runs() {
        return List.copyOf(runs);
    }

    private void end(long runId, String status, JobResult result, String reason, Instant at) {
        Tick tick = runs.get((int) runId).tick();
        runs.set((int) runId, new Run(tick, status, at, result, reason));
    }

    private static boolean sameKey(Tick one, Tick other) {
        return one.job() == other.job()
                && one.account().equals(other.account())
                && one.cause() == other.cause()
                && Objects.equals(one.scheduledFor(), other.scheduledFor());
    }
}
