package io.opspipeline.runtime.service;

import io.opspipeline.ports.job.WakeUps;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.runtime.job.JobDirectory;
import io.opspipeline.runtime.job.WakeUpRouter;
import io.opspipeline.runtime.time.CountedFrames;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.support.GenericApplicationContext;

/// What several services in one JVM share so that one driver moves them all: time, frame counts,
/// the directory of jobs and the wake-ups between them, and whatever else the driver lends, such as
/// a connection pool. Shared beans outlive the contexts they are lent to.
public final class Lockstep {

    private final VirtualTime time;
    private final CountedFrames frames = new CountedFrames();
    private final JobDirectory jobs = new JobDirectory();
    private final Map<String, Object> shared = new LinkedHashMap<>();

    private Lockstep(VirtualTime time) {
        this.time = time;
        var router = new WakeUpRouter(jobs, time, time);
        shared.put("time", time);
        shared.put("frames", frames);
        shared.put("jobDirectory", jobs);
        shared.put("wakeUpRouter", router);
        shared.put("wakeUps", (WakeUps) router::woken);
        shared.put("pause", Pause.NONE);
    }

    /// A world that stands still at an instant.
    public static Lockstep startingAt(Instant start) {
        return new Lockstep(new VirtualTime(start));
    }

    /// The one clock and queue.
    public VirtualTime time() {
        return time;
    }

    /// The count of stream frames that all services have taken in.
    public CountedFrames frames() {
        return frames;
    }

    /// The jobs of every service that was started.
    public JobDirectory jobs() {
        return jobs;
    }

    /// Lends a bean to every context that is started from now on, in place of its own of that type.
    public <T> Lockstep share(Class<T> type, T bean) {
        shared.put(type.getName(), bean);
        return this;
    }

    /// Adds the shared beans to a context, which does not close them.
    void addTo(GenericApplicationContext context) {
        shared.forEach(context.getBeanFactory()::registerSingleton);
    }
}
