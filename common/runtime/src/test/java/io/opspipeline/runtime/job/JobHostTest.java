package io.opspipeline.runtime.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.ports.job.WakeUps;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.time.SettableClock;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JobHostTest {

    private static final Instant OPEN = Instant.parse("2026-11-19T14:30:00Z");
    private static final Instant CLOSE = Instant.parse("2026-11-19T21:00:00Z");

    private final VirtualTime time = new VirtualTime(OPEN.minus(Duration.ofHours(1)));
    private final MemoryAccounts accounts = MemoryAccounts.largeAndTiny();
    private final MemoryRuns ledger = new MemoryRuns();
    private final JobDirectory directory = new JobDirectory();
    private final WakeUpRouter router = new WakeUpRouter(directory, time, time);
    private final WakeUps wakeUps = router::woken;

    @Test
    void walksAWholeDay() {
        var telemetry = new ScriptedJob(JobName.TELEMETRY);
        var watchlist = new ScriptedJob(JobName.WATCHLIST);
        var report = new ScriptedJob(JobName.REPORT);
        host(telemetry, watchlist, report).walk();

        time.runUntil(CLOSE.plus(Duration.ofHours(1)));

        assertThat(telemetry.ticks()).hasSize(391);
        assertThat(telemetry.ticks().getFirst())
                .isEqualTo(tick(JobName.TELEMETRY, Optional.empty(), Cause.SCHEDULE, OPEN));
        assertThat(telemetry.ticks().getLast().asOf()).isEqualTo(CLOSE);
        assertThat(watchlist.ticks()).hasSize(79);
        assertThat(report.ticks())
                .extracting(Tick::asOf)
                .containsExactly(CLOSE.plus(Duration.ofMinutes(20)));
    }

    @Test
    void startsWithWhatIsDueNow() {
        time.runUntil(OPEN);
        var telemetry = new ScriptedJob(JobName.TELEMETRY);
        host(telemetry).walk();

        time.runUntil(OPEN);

        assertThat(telemetry.ticks()).hasSize(1);
    }

    @Test
    @DisplayName("fault CLOCK-SKEW: a schedule goes on from what a clock shows that was set back")
    void goesOnWhenTheClockIsSetBack() {
        var clock = new SettableClock(time);
        Timers waiting =
                (due, key, action) ->
                        time.at(
                                due.plus(Duration.between(clock.instant(), time.instant())),
                                key,
                                action);
        var telemetry = new ScriptedJob(JobName.TELEMETRY);
        time.runUntil(OPEN);
        clock.set(Duration.ofMinutes(40));
        new JobHost(
                        new JobRunner(
                                "test", List.of(telemetry), ledger, new MemoryLeases(), clock),
                        new AccountScope(accounts, Optional.empty()),
                        SessionCalendar.nyse(),
                        waiting,
                        clock)
                .walk();
        time.runUntil(OPEN.plusSeconds(30));
        clock.set(Duration.ofMinutes(-40));

        time.runUntil(OPEN.plusSeconds(150));

        assertThat(telemetry.ticks())
                .extracting(Tick::scheduledFor)
                .containsExactly(
                        OPEN.plusSeconds(2_400), OPEN.plusSeconds(60), OPEN.plusSeconds(120));
    }

    @Test
    @DisplayName("A-107: each account's dispatcher runs at the account's own cadence")
    void keepsEachAccountsCadence() {
        var dispatcher = new ScriptedJob(JobName.DISPATCHER);
        host(dispatcher).walk();

        time.runUntil(OPEN.plus(Duration.ofMinutes(9)));

        assertThat(of("large", dispatcher)).hasSize(10);
        assertThat(of("tiny", dispatcher))
                .extracting(Tick::scheduledFor)
                .containsExactly(OPEN, OPEN.plus(Duration.ofMinutes(5)));
    }

    @Test
    @DisplayName(
            "A-106, incident 29: a disabled account's exits go on; a new account needs no restart")
    void servesDisabledAndNewAccounts() {
        accounts.add("closed", Duration.ofMinutes(1), false);
        var positions = new ScriptedJob(JobName.POSITION_MANAGER);
        host(positions).walk();

        time.runUntil(OPEN);
        accounts.add("second", Duration.ofMinutes(1), true);
        time.runUntil(OPEN.plusSeconds(60));

        assertThat(of("closed", positions)).hasSize(2);
        assertThat(of("second", positions)).hasSize(1);
    }

    @Test
    void servesOneAccountWhenToldSo() {
        var positions = new ScriptedJob(JobName.POSITION_MANAGER);
        var only = new AccountScope(accounts, Optional.of(new AccountId("tiny")));
        host(only, positions).walk();

        time.runUntil(OPEN);

        assertThat(positions.ticks()).extracting(Tick::account).containsOnly(only.only());
    }

    @Test
    @DisplayName("A-110: a job that fails every time is run again every minute all the same")
    void goesOnAfterFailures() {
        var broken =
                new ScriptedJob(
                        JobName.FEATURES,
                        _ -> {
                            throw new IllegalStateException("broken on purpose");
                        });
        JobHost host = host(broken);
        host.walk();

        time.runUntil(OPEN.plus(Duration.ofMinutes(2)).plusSeconds(30));

        assertThat(broken.ticks())
                .extracting(Tick::scheduledFor)
                .containsOnly(OPEN, OPEN.plusSeconds(60), OPEN.plusSeconds(120));
        assertThat(host.counts().of(JobName.FEATURES)).isEqualTo(new RunCounts.Count(0, 9, 0));
        assertThat(time.failures()).isEmpty();
    }

    @Test
    void repeatsAFailedRunUnderItsKeyWithANewTime() {
        var failures = new ArrayList<>(List.of(1, 2));
        var job =
                new ScriptedJob(
                        JobName.SIGNALS,
                        _ -> {
                            if (!failures.isEmpty()) {
                                throw new IllegalStateException("try " + failures.removeFirst());
                            }
                        });
        host(job).walk();

        time.runUntil(OPEN.plusSeconds(59));

        assertThat(job.ticks()).extracting(Tick::scheduledFor).containsOnly(OPEN);
        assertThat(job.ticks())
                .extracting(Tick::asOf)
                .containsExactly(OPEN, OPEN.plusSeconds(5), OPEN.plusSeconds(10));
        assertThat(ledger.runs())
                .extracting(MemoryRuns.Run::status)
                .containsExactly("FAILED", "FAILED", "DONE");
    }

    @Test
    @DisplayName(
            "A-111: ticks missed during a pause collapse to one, and there is no catch-up storm")
    void collapsesMissedTicks() {
        var pause = new PausableTimers(time);
        var telemetry = new ScriptedJob(JobName.TELEMETRY);
        var scope = new AccountScope(accounts, Optional.empty());
        var host = new JobHost(runner(telemetry), scope, SessionCalendar.nyse(), pause, time);
        host.walk();
        time.runUntil(OPEN.plusSeconds(60));

        pause.stop();
        time.runUntil(OPEN.plus(Duration.ofMinutes(30)).plusSeconds(20));
        pause.resume();
        time.runUntil(OPEN.plus(Duration.ofMinutes(31)));

        assertThat(telemetry.ticks())
                .extracting(Tick::scheduledFor)
                .containsExactly(
                        OPEN,
                        OPEN.plusSeconds(60),
                        OPEN.plus(Duration.ofMinutes(30)),
                        OPEN.plus(Duration.ofMinutes(31)));
    }

    @Test
    @DisplayName("A-111: a tick older than its period is dropped")
    void dropsAStaleTick() {
        var pause = new PausableTimers(time);
        var telemetry = new ScriptedJob(JobName.TELEMETRY);
        var scope = new AccountScope(accounts, Optional.empty());
        new JobHost(runner(telemetry), scope, SessionCalendar.nyse(), pause, time).walk();
        time.runUntil(CLOSE.minusSeconds(30));

        pause.stop();
        time.runUntil(CLOSE.plus(Duration.ofHours(2)));
        pause.resume();
        time.runUntil(CLOSE.plus(Duration.ofHours(3)));

        assertThat(telemetry.ticks().getLast().scheduledFor()).isEqualTo(CLOSE.minusSeconds(60));
    }

    @Test
    void wakesTheNextStagesInTheirOrderAtTheSameInstant() {
        List<String> order = new ArrayList<>();
        var features = announcing(JobName.FEATURES, Topic.FEATURES, order);
        var signals = announcing(JobName.SIGNALS, Topic.SIGNALS, order);
        var dispatcher = new ScriptedJob(JobName.DISPATCHER, tick -> order.add(label(tick)));
        directory.register(host(features));
        directory.register(host(signals));
        directory.register(host(dispatcher));
        time.runUntil(OPEN.plusSeconds(60));

        wakeUps.publish(Topic.BARS, time.instant());
        time.runUntil(time.instant());

        assertThat(order)
                .containsExactly("features", "signals", "dispatcher large", "dispatcher tiny");
        assertThat(dispatcher.ticks())
                .containsExactly(
                        tick(
                                JobName.DISPATCHER,
                                Optional.of(new AccountId("large")),
                                Cause.WAKE,
                                OPEN.plusSeconds(60)),
                        tick(
                                JobName.DISPATCHER,
                                Optional.of(new AccountId("tiny")),
                                Cause.WAKE,
                                OPEN.plusSeconds(60)));
    }

    @Test
    @DisplayName("A-69: an operator's change starts exits and entries of all accounts at once")
    void hearsAnOperatorWhoseClockIsNotOurs() {
        var exits = new ScriptedJob(JobName.POSITION_MANAGER);
        var entries = new ScriptedJob(JobName.DISPATCHER);
        directory.register(host(exits, entries));
        time.runUntil(OPEN.plusSeconds(7));

        wakeUps.publish(Topic.TRADING_STATES, OPEN.minus(Duration.ofHours(9)));
        time.runUntil(OPEN.plusSeconds(7));

        assertThat(exits.ticks()).extracting(Tick::asOf).containsOnly(OPEN.plusSeconds(7));
        assertThat(List.of(of("large", exits), of("tiny", exits)))
                .allMatch(runs -> runs.size() == 1);
        assertThat(entries.ticks()).hasSize(2);
    }

    @Test
    void takesSeveralAnnouncementsOfOneTimeAsOneWakeUp() {
        var features = new ScriptedJob(JobName.FEATURES);
        directory.register(host(features));

        wakeUps.publish(Topic.BARS, time.instant());
        wakeUps.publish(Topic.BARS, time.instant());
        time.runUntil(time.instant());

        assertThat(features.ticks()).hasSize(1);
        assertThat(ledger.runs()).hasSize(1);
    }

    @Test
    @DisplayName("A-111: who was deaf runs once what rows may wait for, and nothing at night")
    void runsOnceWhatItMayHaveMissed() {
        var features = new ScriptedJob(JobName.FEATURES);
        var watchlist = new ScriptedJob(JobName.WATCHLIST);
        directory.register(host(features, watchlist));

        router.listening();
        time.runUntil(OPEN.plusSeconds(20));
        router.listening();
        time.runUntil(CLOSE.plusSeconds(1));
        router.listening();
        time.runUntil(CLOSE.plusSeconds(60));

        assertThat(features.ticks())
                .containsExactly(
                        tick(JobName.FEATURES, Optional.empty(), Cause.WAKE, OPEN.plusSeconds(20)));
        assertThat(watchlist.ticks()).isEmpty();
    }

    @Test
    void stopsWalkingWhenClosed() {
        var telemetry = new ScriptedJob(JobName.TELEMETRY);
        JobHost host = host(telemetry);
        host.walk();
        time.runUntil(OPEN);
        host.close();

        time.runUntil(CLOSE);

        assertThat(telemetry.ticks()).hasSize(1);
        assertThat(time.nextDue()).isEmpty();
    }

    @Test
    void refusesTwoHostsOfOneJob() {
        directory.register(host(new ScriptedJob(JobName.FEATURES)));

        assertThatThrownBy(() -> directory.register(host(new ScriptedJob(JobName.FEATURES))))
                .hasMessage("job features has a host already");
    }

    private ScriptedJob announcing(JobName job, Topic topic, List<String> order) {
        return new ScriptedJob(
                job,
                tick -> {
                    order.add(label(tick));
                    wakeUps.publish(topic, tick.asOf());
                });
    }

    private JobHost host(ScriptedJob... jobs) {
        return host(new AccountScope(accounts, Optional.empty()), jobs);
    }

    private JobHost host(AccountScope scope, ScriptedJob... jobs) {
        return new JobHost(runner(jobs), scope, SessionCalendar.nyse(), time, time);
    }

    private JobRunner runner(ScriptedJob... jobs) {
        return new JobRunner("test", List.of(jobs), ledger, new MemoryLeases(), time);
    }

    private static List<Tick> of(String account, ScriptedJob job) {
        var id = Optional.of(new AccountId(account));
        return job.ticks().stream().filter(tick -> tick.account().equals(id)).toList();
    }

    private static Tick tick(JobName job, Optional<AccountId> account, Cause cause, Instant asOf) {
        return new Tick(job, account, cause, asOf, asOf);
    }

    private static String label(Tick tick) {
        return tick.job().label() + tick.account().map(id -> " " + id).orElse("");
    }
}
