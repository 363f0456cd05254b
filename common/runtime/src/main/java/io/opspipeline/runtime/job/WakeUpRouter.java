package io.opspipeline.runtime.job;

import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.ports.job.WakeUpListener;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Brings announced rows to the jobs that wait for them, by [JobSchedule#wokenBy]. The start goes
/// through the timers, at the present instant and the job's stage: in lockstep that is its place in
/// the queue, in real time a thread of its own. Announcements of one topic and time are one wake-up
/// until it is delivered.
public final class WakeUpRouter implements WakeUpListener {

    private final JobDirectory directory;
    private final Timers timers;
    private final Clock clock;
    private final List<Reaction> reactions = new CopyOnWriteArrayList<>();
    private final Set<WakeUp> underway = ConcurrentHashMap.newKeySet();

    /// A router to the jobs of a directory.
    public WakeUpRouter(JobDirectory directory, Timers timers, Clock clock) {
        this.directory = directory;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public void woken(Topic topic, Instant asOf) {
        Instant cause = topic.isOperators() ? clock.instant() : asOf;
        JobSchedule.ALL.stream()
                .filter(schedule -> schedule.wokenBy().contains(topic))
                .filter(schedule -> directory.hostOf(schedule.job()).isPresent())
                .forEach(schedule -> enqueue(schedule, cause));
        reactions.stream()
                .filter(reaction -> reaction.topic() == topic)
                .forEach(reaction -> timers.at(clock.instant(), reaction.key(), reaction.action()));
    }

    /// Has something other than a job started by a topic, until the subscription is closed.
    ///
    /// @param key its place among things of the same instant
    public Subscription on(Topic topic, TimerKey key, Runnable action) {
        var reaction = new Reaction(topic, key, action);
        reactions.add(reaction);
        return () -> reactions.remove(reaction);
    }

    /// Keeps something started by a topic.
    @FunctionalInterface
    public interface Subscription {

        /// Ends it; what is under way may still run.
        void end();
    }

    @Override
    public void listening() {
        JobSchedule.ALL.stream()
                .filter(schedule -> !schedule.wokenBy().isEmpty())
                .map(JobSchedule::job)
                .forEach(job -> directory.hostOf(job).ifPresent(host -> host.wakeInSession(job)));
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

    private record Reaction(Topic topic, TimerKey key, Runnable action) {}
}
