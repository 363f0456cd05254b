package io.opspipeline.runtime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JobAgesTest {

    private static final Instant OPEN = Instant.parse("2026-11-19T14:30:00Z");
    private static final SessionCalendar CALENDAR = SessionCalendar.nyse();

    private final VirtualTime time = new VirtualTime(OPEN);
    private final MemoryRuns ledger = new MemoryRuns();
    private final AccountScope accounts =
            new AccountScope(MemoryAccounts.largeAndTiny(), Optional.empty());

    @Test
    @DisplayName("A-112, incident 72: a job that never ran or is two periods late turns health red")
    void isRedWhenAJobIsLate() {
        JobHost host = host(new ScriptedJob(JobName.FEATURES));
        assertThat(read(host, OPEN)).isEqualTo(HealthReading.unhealthy("features never seen"));

        host.walk();
        time.runUntil(OPEN.plusSeconds(60));

        assertThat(read(host, OPEN.plusSeconds(180)).isGood()).isTrue();
        assertThat(read(host, OPEN.plusSeconds(181)))
                .isEqualTo(HealthReading.unhealthy("features 121 s old, limit 120 s"));
    }

    @Test
    void namesTheAccountWhoseJobIsLate() {
        JobHost host = host(new ScriptedJob(JobName.POSITION_MANAGER));

        assertThat(read(host, OPEN).detail())
                .isEqualTo(
                        "position-manager of large never seen;"
                                + " position-manager of tiny never seen");
    }

    @Test
    @DisplayName("A-107, A-112: a dispatcher is late by the cadence of its account")
    void waitsForTheCadenceOfAnAccount() {
        JobHost host = host(new ScriptedJob(JobName.DISPATCHER));
        host.walk();
        time.runUntil(OPEN.plusSeconds(300));

        assertThat(read(host, OPEN.plusSeconds(420)).isGood()).isTrue();
        assertThat(read(host, OPEN.plusSeconds(421)).detail())
                .isEqualTo("dispatcher of large 121 s old, limit 120 s");
        assertThat(read(host, OPEN.plusSeconds(901)).detail())
                .isEqualTo(
                        "dispatcher of large 601 s old, limit 120 s;"
                                + " dispatcher of tiny 601 s old, limit 600 s");
    }

    @Test
    @DisplayName("A-113: silence while the market is closed is expected")
    void isSilentWhileTheMarketIsClosed() {
        JobHost host = host(new ScriptedJob(JobName.FEATURES));

        assertThat(read(host, OPEN.minusSeconds(1)).state()).isEqualTo(HealthReading.State.SILENT);
    }

    @Test
    void isRedWhenADailyJobWasDueAndDidNotRun() {
        JobHost host = host(new ScriptedJob(JobName.REPORT));
        Instant due = Instant.parse("2026-11-19T21:20:00Z");

        assertThat(read(host, due.plus(Duration.ofMinutes(9))).isGood()).isTrue();
        assertThat(read(host, due.plus(Duration.ofMinutes(10))))
                .isEqualTo(HealthReading.unhealthy("report was due at " + due));

        time.runUntil(due.minusSeconds(1));
        host.walk();
        time.runUntil(due);
        assertThat(read(host, due.plus(Duration.ofMinutes(10))).isGood()).isTrue();
    }

    @Test
    void isRedWithoutAHistoryToRead() {
        JobHost host = host(new ScriptedJob(JobName.FEATURES));

        assertThat(new JobAges(host, accounts, Optional.empty()).read(moment(OPEN)))
                .isEqualTo(HealthReading.unhealthy("no run history to read"));
    }

    private HealthReading read(JobHost host, Instant asOf) {
        return new JobAges(host, accounts, Optional.of(ledger)).read(moment(asOf));
    }

    private static HealthMoment moment(Instant asOf) {
        return new HealthMoment(asOf, CALENDAR.sessionAt(asOf));
    }

    private JobHost host(ScriptedJob job) {
        var runner = new JobRunner("test", List.of(job), ledger, new MemoryLeases(), time);
        return new JobHost(runner, accounts, CALENDAR, time, time);
    }
}
