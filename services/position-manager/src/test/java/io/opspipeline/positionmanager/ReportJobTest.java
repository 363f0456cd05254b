package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.job.JobResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportJobTest {

    private static final Instant EVENING = Instant.parse("2026-11-19T21:05:00Z");
    private static final String SESSION = "session 2026-11-19";

    private final Desk desk = Desk.atNoon().holding(Desk.CALL, 2).quoting("2.00", "2.08");

    @Test
    @DisplayName("A-131: every account has a report, and what is held a basis from its last quote")
    void reportsEveryAccount() {
        assertThat(ended()).isEqualTo(new JobResult(2, 2, SESSION));
        assertThat(desk.book.events)
                .containsExactly("basis 2026-11-19 2.04", "report of large", "report of tiny");
    }

    @Test
    @DisplayName("A-131: the basis is the last mark that was believed, when the feed is silent")
    void takesTheLastMark() {
        desk.run(5).market.silence(Desk.CALL);

        assertThat(ended()).isEqualTo(new JobResult(2, 2, SESSION));
        assertThat(desk.book.events).contains("basis 2026-11-19 2.04");
    }

    @Test
    @DisplayName("A-60: a position without a basis is told, and counted as not done")
    void tellsAMissingBasis() {
        desk.market.silence(Desk.CALL);

        assertThat(ended()).isEqualTo(new JobResult(1, 2, SESSION));
        assertThat(desk.alerts)
                .singleElement()
                .asString()
                .startsWith("CRITICAL no-basis large " + Desk.CALL);
        assertThat(desk.book.events).contains("report of large", "report of tiny");
    }

    @Test
    @DisplayName("A-105: an account that fails keeps no other from its report, and is tried again")
    void reportsTheOthers() {
        desk.book.beforeHeld =
                () -> {
                    desk.book.beforeHeld = () -> {};
                    throw new IllegalStateException("broken on purpose");
                };

        assertThatThrownBy(this::ended).hasMessage("broken on purpose");
        assertThat(desk.book.events).containsExactly("report of tiny");

        desk.book.events.clear();
        assertThat(ended()).isEqualTo(new JobResult(2, 2, SESSION));
        assertThat(desk.book.events)
                .containsExactly("basis 2026-11-19 2.04", "report of large", "report of tiny");
    }

    @Test
    @DisplayName("A-60: a mark of an earlier session is no basis")
    void takesNoOlderMark() {
        desk.run(5).market.silence(Desk.CALL);
        var tomorrow = EVENING.plus(Duration.ofDays(1));

        desk.report()
                .run(
                        new Tick(
                                JobName.REPORT,
                                Optional.empty(),
                                Cause.SCHEDULE,
                                tomorrow,
                                tomorrow));

        assertThat(desk.alerts).contains("CRITICAL no-basis large " + Desk.CALL + " 2026-11-20");
    }

    @ParameterizedTest(name = "bid {0}, ask {1}")
    @CsvSource({"0.00, 5.00", "1.50, 1.60"})
    @DisplayName(
            "A-97: after a restart in the evening the stored mid of the session stays the basis")
    void keepsTheStoredMid(String bid, String ask) {
        desk.book.hold(DayPnlBasisTest.held(LocalDate.parse("2026-11-19")));
        desk.quoting(bid, ask);

        assertThat(ended()).isEqualTo(new JobResult(2, 2, SESSION));
        assertThat(desk.book.events).containsExactly("report of large", "report of tiny");
    }

    @Test
    @DisplayName("A-60: a stored mid of the session needs no quote, and nothing is told")
    void needsNoQuoteBesideTheStoredMid() {
        desk.book.hold(DayPnlBasisTest.held(LocalDate.parse("2026-11-19")));
        desk.market.silence(Desk.CALL);

        assertThat(ended()).isEqualTo(new JobResult(2, 2, SESSION));
        assertThat(desk.alerts).isEmpty();
    }

    private JobResult ended() {
        return desk.report()
                .run(new Tick(JobName.REPORT, Optional.empty(), Cause.SCHEDULE, EVENING, EVENING));
    }
}
