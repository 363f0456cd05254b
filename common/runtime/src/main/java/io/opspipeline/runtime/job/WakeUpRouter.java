package io.opspipeline.runtime.job;

import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.ports.job.WakeUpListener;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Brings announced rows to the jobs that wait for them, by [JobSchedule#wokenBy]. The start goes
/// through the timers, at the present instant and the job's stage: in lockstep that is its place in
/// the queue, in real time a thread of its own. Announcements of one topic and time are one wake-up
/// until it is delivered.
public final class WakeUpRouter implements WakeUpListener {

    private final JobDirectory directory;
    private final Timers timers;
    private final Clock clock;
    private final Set<WakeUp> underway = ConcurrentHashMap.newKeySet();

    /// A router to the jobs of a directory.
    public WakeUpRouter(JobDirectory directory, Timers timers, Clock clock) {
        this.directory = directory;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public void woken(Topic topic, Instant asOf) {
        JobSchedule.ALL.stream()
                .filter(schedule -> schedule.wokenBy().contains(topic))
                .filter(schedule -> directory.hostOf(schedule.job()).isPresent())
                .forEach(schedule -> enqueue(schedule, asOf));
    }

    private void enqueue(JobSchedule schedule, Instant asOf) {
        var wakeUp = new WakeUp(schedule.job(), asOf);
        if (underway.add(wakeUp)) {
            timers.at(
                    clock.instant(),
                    new TimerKey(
                            schedule.stage(), Optional.empty(), schedule.job().label() + " wake"),
                    () -> deliver(wakeUp));
        }
    }

    private void deliver(WakeUp wakeUp) {
        underway.remove(wakeUp);
        directory.hostOf(wakeUp.job()).ifPresent(host -> host.wake(wakeUp.job(), wakeUp.asOf()));
    }

    private record WakeUp(JobName job, Instant asOf) {}
}
