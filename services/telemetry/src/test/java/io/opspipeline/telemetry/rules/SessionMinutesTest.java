package io.opspipeline.telemetry.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionMinutesTest {

    private static final Session DAY = Session.regular(LocalDate.of(2026, 11, 23));
    private static final Session HALF_DAY = Session.early(LocalDate.of(2026, 11, 27));

    @Test
    void namesMinutesWithoutBarOrRecord() {
        assertThat(minutes(at(0, 2), at(3)).missing(DAY.open(), DAY.open().plusSeconds(300)))
                .containsExactly(minute(1), minute(4));
    }

    @Test
    @DisplayName("A-35: a minute that has not closed is not missing")
    void leavesTheRunningMinute() {
        var nothing = minutes(at(), at());
        assertThat(nothing.missing(DAY.open(), DAY.open().plusSeconds(59))).isEmpty();
        assertThat(nothing.missing(DAY.open(), DAY.open().plusSeconds(60)))
                .containsExactly(minute(0));
    }

    @Test
    @DisplayName("A-34: a session has 390 minutes, a half-day 210")
    void endsAtTheClose() {
        assertThat(minutes(at(), at()).missing(DAY.open(), DAY.close().plusSeconds(9_999)))
                .hasSize(390);
        assertThat(
                        new SessionMinutes(HALF_DAY, Set.of(), Set.of())
                                .missing(Instant.EPOCH, Instant.MAX))
                .hasSize(210)
                .last()
                .isEqualTo(HALF_DAY.close().minusSeconds(60));
    }

    @Test
    void beginsWhereItIsToldTo() {
        assertThat(minutes(at(), at()).missing(minute(2), DAY.open().plusSeconds(240)))
                .containsExactly(minute(2), minute(3));
    }

    @Test
    void missesNothingOfAPastSessionThatTheSourceLacks() {
        var unavailable = minutes(at(), at(0));
        assertThat(unavailable.missing(Instant.EPOCH, DAY.close())).isEmpty();
        assertThat(unavailable.missing(Instant.EPOCH, DAY.close().minusSeconds(60))).hasSize(388);
        assertThat(minutes(at(7), at(0)).missing(Instant.EPOCH, DAY.close())).hasSize(388);
    }

    private static SessionMinutes minutes(Set<Instant> bars, Set<Instant> gaps) {
        return new SessionMinutes(DAY, bars, gaps);
    }

    private static Set<Instant> at(int... minutes) {
        return Arrays.stream(minutes)
                .mapToObj(SessionMinutesTest::minute)
                .collect(Collectors.toSet());
    }

    private static Instant minute(int n) {
        return DAY.open().plusSeconds(60L * n);
    }
}
