package io.opspipeline.runtime.job;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.JobResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A dispatcher that tells what happens to it.
final class OwnedJob implements Job {

    private static final long PATIENCE_SECONDS = 30;

    /// What happens before the job has been taken.
    Consumer<AccountId> beforeTaken = _ -> {};

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    @Override
    public JobName name() {
        return JobName.DISPATCHER;
    }

    @Override
    public JobResult run(Tick tick) {
        events.add(tick.cause() + " " + tick.account().orElseThrow());
        return JobResult.of(1);
    }

    @Override
    public void taken(Optional<AccountId> account) {
        beforeTaken.accept(account.orElseThrow());
        events.add("taken " + account.orElseThrow());
    }

    @Override
    public void released(Optional<AccountId> account) {
        events.add("released " + account.orElseThrow());
    }

    /// The next thing that happened, or happens soon.
    String next() throws InterruptedException {
        return String.valueOf(events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    /// What happened and was not asked for yet.
    List<String> rest() {
        var rest = new ArrayList<String>();
        events.drainTo(rest);
        return rest;
    }
}
