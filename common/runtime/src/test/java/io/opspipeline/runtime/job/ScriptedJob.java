package io.opspipeline.runtime.job;

import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.JobResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A job that writes down its ticks and does what a test tells it.
public final class ScriptedJob implements Job {

    private final JobName name;
    private final Consumer<Tick> action;
    private final List<Tick> ticks = new CopyOnWriteArrayList<>();

    /// A job with an action.
    public ScriptedJob(JobName name, Consumer<Tick> action) {
        this.name = name;
        this.action = action;
    }

    /// A job that does nothing.
    public ScriptedJob(JobName name) {
        this(name, _ -> {});
    }

    @Override
    public JobName name() {
        return name;
    }

    @Override
    public JobResult run(Tick tick) {
        ticks.add(tick);
        action.accept(tick);
        return JobResult.of(1);
    }

    /// The ticks it was run with.
    public List<Tick> ticks() {
        return ticks;
    }
}
