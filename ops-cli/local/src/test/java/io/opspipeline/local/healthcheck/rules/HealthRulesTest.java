package io.opspipeline.local.healthcheck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.AccountSigns;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.Flow;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.JobSigns;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.LastDone;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.Open;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.OpenRun;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.OrderSigns;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.RunTally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A Thursday at ten in New York; the session began at 13:30 UTC.
class HealthRulesTest {

    private static final Instant OPEN = Instant.parse("2025-06-12T13:30:00Z");
    private static final Instant TEN = Instant.parse("2025-06-12T14:00:00Z");
    private static final AccountId LARGE = new AccountId("large");
    private static final Flow FLOWING = flow(TEN.minusSeconds(60), TEN.minusSeconds(60), TEN);
    private static final AccountSigns ALIVE = signs(TEN, Optional.empty(), TEN);
    private static final OrderSigns CLEAR = orders(List.of(), List.of(), List.of(), List.of());
    private static final JobSigns RUNNING = new JobSigns(List.of(), List.of(), List.of());

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(found(TEN, FLOWING, ALIVE, CLEAR, RUNNING)).isEmpty();
    }

    @Test
    @DisplayName(
            "A-114, A-113: bars older than 180 s in session; a missing one counts from the open")
    void findsLateBars() {
        Instant limit = TEN.minusSeconds(240);
        assertThat(flowing(flow(limit, limit, TEN))).isEmpty();
        assertThat(flowing(flow(limit.minusSeconds(1), limit.minusSeconds(1), TEN)))
                .containsExactly("CRITICAL bars-late pipeline 2025-06-12T13:56:59Z");
        assertThat(flowing(new Flow(Optional.empty(), Optional.empty(), Optional.of(TEN))))
                .containsExactly("CRITICAL bars-late pipeline 2025-06-12T13:30:00Z");
    }

    @Test
    @DisplayName("A-114: a bar stream that is silent while bars come by request")
    void findsADeadBarStream() {
        assertThat(flowing(flow(TEN, TEN.minusSeconds(241), TEN)))
                .containsExactly("CRITICAL bar-stream-dead pipeline 2025-06-12T13:56:59Z");
        assertThat(flowing(flow(TEN, TEN.minusSeconds(240), TEN))).isEmpty();
    }

    @Test
    @DisplayName("A-114, incident 83: features older than 600 s in session, and none at all")
    void findsLateFeatures() {
        assertThat(flowing(flow(TEN, TEN, TEN.minusSeconds(660)))).isEmpty();
        assertThat(flowing(flow(TEN, TEN, TEN.minusSeconds(661))))
                .containsExactly("CRITICAL features-late pipeline 2025-06-12T13:49:59Z");
        assertThat(flowing(new Flow(Optional.of(TEN), Optional.of(TEN), Optional.empty())))
                .containsExactly("CRITICAL features-late pipeline 2025-06-12T13:30:00Z");
    }

    @Test
    @DisplayName("A-113: outside a session silence is expected, and at the open it begins to count")
    void expectsSilenceOutsideASession() {
        var nothing = new Flow(Optional.empty(), Optional.empty(), Optional.empty());
        var dead =
                new AccountSigns(
                        LARGE,
                        Optional.empty(),
                        Optional.of(OPEN.minusSeconds(900)),
                        Optional.empty(),
                        List.of("NVDA"),
                        0,
                        0);
        var resting =
                orders(List.of(), List.of(open(OPEN.minusSeconds(900))), List.of(), List.of());

        assertThat(found(OPEN.minusSeconds(1), nothing, dead, resting, RUNNING)).isEmpty();
        assertThat(found(OPEN.plusSeconds(30), nothing, dead, resting, RUNNING)).isEmpty();
        assertThat(found(OPEN.plusSeconds(31), nothing, dead, resting, RUNNING))
                .containsExactly("CRITICAL stream-dead large 2025-06-12T13:30:00Z");
        assertThat(found(Instant.parse("2025-06-14T14:00:00Z"), nothing, dead, resting, RUNNING))
                .as("a Saturday")
                .isEmpty();
    }

    @Test
    @DisplayName("fault MUTE-SOCKET: a trading stream without a sign of life for 30 s")
    void findsADeadStream() {
        assertThat(about(signs(TEN.minusSeconds(30), Optional.empty(), TEN))).isEmpty();
        assertThat(about(signs(TEN.minusSeconds(31), Optional.empty(), TEN)))
                .containsExactly("CRITICAL stream-dead large 2025-06-12T13:59:29Z");
    }

    @Test
    @DisplayName("A-100: a stream whose books were not compared 30 s after it connected")
    void findsAnUnreconciledStream() {
        assertThat(about(signs(TEN, Optional.of(TEN.minusSeconds(30)), TEN))).isEmpty();
        assertThat(about(signs(TEN, Optional.of(TEN.minusSeconds(31)), TEN)))
                .containsExactly("CRITICAL stream-unreconciled large 2025-06-12T13:59:29Z");
    }

    @Test
    @DisplayName("A-101, incident 23: a position manager silent for more than two cycles")
    void findsASilentPositionManager() {
        assertThat(about(signs(TEN, Optional.empty(), TEN.minusSeconds(120)))).isEmpty();

        var silent = signs(TEN, Optional.empty(), TEN.minusSeconds(121));
        assertThat(about(silent))
                .containsExactly("CRITICAL silent position-manager large 2025-06-12T13:57:59Z");
        assertThat(conditions(TEN, FLOWING, silent, CLEAR, RUNNING).getFirst().message())
                .endsWith("nobody watches NVDA, AMD");
    }

    @Test
    @DisplayName("fault ACK-LOST: an order in doubt for more than 60 s")
    void findsAnOrderInDoubt() {
        assertThat(ordered(orders(List.of(open(TEN.minusSeconds(60))), none(), none(), none())))
                .isEmpty();
        assertThat(ordered(orders(List.of(open(TEN.minusSeconds(61))), none(), none(), none())))
                .containsExactly("CRITICAL in-doubt large NVDA 2025-06-12T13:58:59Z");
    }

    @Test
    @DisplayName("A-95: a position that closes and has no order beyond the longest pause")
    void findsAnIdleClose() {
        assertThat(ordered(orders(none(), List.of(open(TEN.minusSeconds(90))), none(), none())))
                .isEmpty();
        assertThat(ordered(orders(none(), List.of(open(TEN.minusSeconds(91))), none(), none())))
                .containsExactly("CRITICAL idle-close large NVDA 2025-06-12T13:58:29Z");
    }

    @Test
    @DisplayName("incident 21: a filled order that is in no position")
    void findsAnUnbookedFill() {
        assertThat(ordered(orders(none(), none(), List.of(open(TEN.minusSeconds(15))), none())))
                .isEmpty();
        assertThat(ordered(orders(none(), none(), List.of(open(TEN.minusSeconds(16))), none())))
                .containsExactly("CRITICAL unbooked-fill large NVDA 2025-06-12T13:59:44Z");
    }

    @Test
    @DisplayName("A-114: duplicates per (signal, account) above zero")
    void findsADouble() {
        assertThat(ordered(orders(none(), none(), none(), List.of(open(TEN.minusSeconds(1))))))
                .containsExactly("CRITICAL double large NVDA 2025-06-12T13:59:59Z");
    }

    @Test
    @DisplayName("A-70, incident 65: more than half of a job's last ten runs failed")
    void findsAJobThatFails() {
        assertThat(working(List.of(tally(10, 5)), List.of())).isEmpty();
        assertThat(working(List.of(tally(10, 6)), List.of()))
                .containsExactly("CRITICAL job-fails DISPATCHER large 2025-06-12T14:00:00Z");
    }

    @Test
    @DisplayName("A-114: a run that has not ended after 5 min")
    void findsAnUnfinishedRun() {
        assertThat(working(List.of(), List.of(run(300)))).isEmpty();
        assertThat(working(List.of(), List.of(run(301))))
                .containsExactly("CRITICAL run-unfinished SIGNALS 2025-06-12T13:54:59Z");
    }

    @Test
    @DisplayName("A-112, A-113: a job without a success for two of its periods in session")
    void findsALateJob() {
        assertThat(late(TEN, done(JobName.SIGNALS, 60, TEN.minusSeconds(120)))).isEmpty();
        assertThat(late(TEN, done(JobName.SIGNALS, 60, TEN.minusSeconds(121))))
                .containsExactly("CRITICAL job-late signals 2025-06-12T13:57:59Z");
        assertThat(late(TEN, done(JobName.WATCHLIST, 0, TEN.minusSeconds(600)))).isEmpty();
        assertThat(late(TEN, done(JobName.WATCHLIST, 0, TEN.minusSeconds(601))))
                .containsExactly("WARNING job-late watchlist 2025-06-12T13:49:59Z");
    }

    @Test
    @DisplayName("A-112: a dispatcher is late by the cadence of its account, another job is not")
    void findsALateDispatcher() {
        assertThat(late(TEN, done(JobName.DISPATCHER, 300, TEN.minusSeconds(600)))).isEmpty();
        assertThat(late(TEN, done(JobName.DISPATCHER, 300, TEN.minusSeconds(601))))
                .containsExactly("CRITICAL job-late dispatcher large 2025-06-12T13:49:59Z");
        assertThat(late(TEN, done(JobName.TRADE_STREAM, 300, TEN.minusSeconds(121))))
                .containsExactly("CRITICAL job-late trade-stream large 2025-06-12T13:57:59Z");
    }

    @Test
    @DisplayName("A-113, incident 83: a job that never ran is late from the open on, in session")
    void findsAJobThatNeverRan() {
        var never =
                new LastDone(
                        JobName.DISPATCHER,
                        Optional.of(LARGE),
                        Duration.ofSeconds(60),
                        Optional.empty());

        assertThat(late(OPEN.minusSeconds(1), never)).isEmpty();
        assertThat(late(OPEN.plusSeconds(120), never)).isEmpty();
        assertThat(late(OPEN.plusSeconds(121), never))
                .containsExactly("CRITICAL job-late dispatcher large 2025-06-12T13:30:00Z");
    }

    @Test
    @DisplayName("A-70: more than half of the last ten signals were skipped blind")
    void findsBlindSkips() {
        assertThat(about(skipping(5))).isEmpty();
        assertThat(about(skipping(6)))
                .containsExactly("WARNING blind-skips large 2025-06-12T14:00:00Z");
    }

    private static List<String> flowing(Flow flow) {
        return found(TEN, flow, ALIVE, CLEAR, RUNNING);
    }

    private static List<String> about(AccountSigns signs) {
        return found(TEN, FLOWING, signs, CLEAR, RUNNING);
    }

    private static List<String> ordered(OrderSigns orders) {
        return found(TEN, FLOWING, ALIVE, orders, RUNNING);
    }

    private static List<String> working(List<RunTally> tallies, List<OpenRun> unfinished) {
        return found(TEN, FLOWING, ALIVE, CLEAR, new JobSigns(tallies, unfinished, List.of()));
    }

    private static List<String> late(Instant asOf, LastDone last) {
        var signs = signs(asOf, Optional.empty(), asOf);
        var jobs = new JobSigns(List.of(), List.of(), List.of(last));
        return found(asOf, flow(asOf, asOf, asOf), signs, CLEAR, jobs);
    }

    private static LastDone done(JobName job, int cadence, Instant at) {
        Optional<AccountId> account =
                JobSchedule.of(job).perAccount() ? Optional.of(LARGE) : Optional.empty();
        return new LastDone(job, account, Duration.ofSeconds(cadence), Optional.of(at));
    }

    private static List<String> found(
            Instant asOf, Flow flow, AccountSigns signs, OrderSigns orders, JobSigns jobs) {
        return conditions(asOf, flow, signs, orders, jobs).stream()
                .map(condition -> condition.grade() + " " + condition.eventId())
                .toList();
    }

    private static List<Condition> conditions(
            Instant asOf, Flow flow, AccountSigns signs, OrderSigns orders, JobSigns jobs) {
        return HealthRules.conditions(
                new HealthSnapshot(
                        asOf,
                        SessionCalendar.nyse().sessionAt(asOf),
                        flow,
                        List.of(signs),
                        orders,
                        jobs));
    }

    private static Flow flow(Instant bar, Instant streamBar, Instant features) {
        return new Flow(Optional.of(bar), Optional.of(streamBar), Optional.of(features));
    }

    private static AccountSigns signs(
            Instant streamBeat, Optional<Instant> unreconciled, Instant managerBeat) {
        return new AccountSigns(
                LARGE,
                Optional.of(streamBeat),
                unreconciled,
                Optional.of(managerBeat),
                List.of("NVDA", "AMD"),
                10,
                0);
    }

    private static AccountSigns skipping(int blind) {
        return new AccountSigns(
                LARGE, Optional.of(TEN), Optional.empty(), Optional.of(TEN), List.of(), 10, blind);
    }

    private static OrderSigns orders(
            List<Open> doubts, List<Open> idle, List<Open> unbooked, List<Open> doubles) {
        return new OrderSigns(doubts, idle, unbooked, List.of(), doubles);
    }

    private static List<Open> none() {
        return List.of();
    }

    private static Open open(Instant since) {
        return new Open(LARGE, "NVDA", since);
    }

    private static RunTally tally(int runs, int failed) {
        return new RunTally("DISPATCHER", Optional.of(LARGE), runs, failed, "no column");
    }

    private static OpenRun run(int seconds) {
        return new OpenRun("SIGNALS", Optional.empty(), TEN.minusSeconds(seconds));
    }
}
