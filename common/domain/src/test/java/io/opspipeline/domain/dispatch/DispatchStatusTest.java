package io.opspipeline.domain.dispatch;

import static io.opspipeline.domain.dispatch.DispatchStatus.CLAIMED;
import static io.opspipeline.domain.dispatch.DispatchStatus.INTENT;
import static io.opspipeline.domain.dispatch.DispatchStatus.IN_DOUBT;
import static io.opspipeline.domain.dispatch.DispatchStatus.PENDING;
import static io.opspipeline.domain.dispatch.DispatchStatus.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A-56: only legal transitions")
class DispatchStatusTest {

    @Test
    void endsInSevenWays() {
        assertThat(DispatchStatus.values())
                .filteredOn(status -> !status.isTerminal())
                .containsExactly(PENDING, CLAIMED, INTENT, SUBMITTED, IN_DOUBT);
    }

    @ParameterizedTest
    @EnumSource
    void neverBecomesItself(DispatchStatus status) {
        assertThat(status.mayBecome(status)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void isReachedFromPending(DispatchStatus status) {
        assertThat(status == PENDING || reachable(PENDING, status, DispatchStatus.values().length))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"INTENT", "SUBMITTED", "IN_DOUBT"})
    void goesBackToTheQueueOnlyBeforeAnOrderExists(DispatchStatus status) {
        assertThat(status.successors()).doesNotContain(PENDING, CLAIMED, DispatchStatus.SKIPPED);
    }

    private static boolean reachable(DispatchStatus from, DispatchStatus to, int steps) {
        return from.mayBecome(to)
                || (steps > 0
                        && from.successors().stream()
                                .anyMatch(next -> reachable(next, to, steps - 1)));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A-63: an entry is pending from its intent until its order ended")
    void isPendingWhileAnOrderMayFill(DispatchStatus status) {
        assertThat(status.isPendingEntry())
                .isEqualTo(status == INTENT || status == SUBMITTED || status == IN_DOUBT);
    }
}
