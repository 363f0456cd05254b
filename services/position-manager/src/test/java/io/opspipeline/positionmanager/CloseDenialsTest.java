package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.denial.Denier;
import io.opspipeline.ports.broker.SubmitResult;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CloseDenialsTest {

    /// Each brings a close to where it is denied, and gives what was stored or told of it.
    private static final Map<DenialCode, Supplier<String>> CASES = cases();

    @ParameterizedTest(name = "A-82: a close that meets it says {0}")
    @MethodSource("codes")
    void namesTheDenial(DenialCode code) {
        assertThat(Objects.requireNonNull(CASES.get(code)).get()).contains(code + ": ");
    }

    @Test
    @DisplayName("A-82: every code of our work on a close is provoked here")
    void provokesEveryCode() {
        assertThat(codes())
                .containsExactlyElementsOf(
                        Arrays.stream(DenialCode.values())
                                .filter(code -> code.denier() == Denier.CLOSE_WORK)
                                .toList());
    }

    static Stream<DenialCode> codes() {
        return CASES.keySet().stream();
    }

    private static Map<DenialCode, Supplier<String>> cases() {
        Map<DenialCode, Supplier<String>> cases = new EnumMap<>(DenialCode.class);
        cases.put(DenialCode.CLOSE_REPLACED, CloseDenialsTest::replaced);
        cases.put(DenialCode.NOT_HELD_AT_BROKER, CloseDenialsTest::notHeld);
        cases.put(DenialCode.CLOSE_BROKE, CloseDenialsTest::broken);
        cases.put(DenialCode.SESSION_OVER, CloseDenialsTest::afterTheSession);
        return cases;
    }

    private static String replaced() {
        Desk desk = stopped(Desk.atNoon());
        desk.broker.answers.add(
                new SubmitResult.RateLimited(DenialCode.RATE_LIMITED, Desk.NOON.plusSeconds(9)));
        desk.run(6);
        desk.accounts.changeTradingState(
                MemoryAccounts.LARGE.id(),
                TradingState.HALTED,
                "FLATTEN",
                Optional.empty(),
                desk.time.instant());
        desk.run(2);
        return desk.book.orders.values().iterator().next().denial().orElseThrow().toString();
    }

    private static String notHeld() {
        Desk desk = stopped(Desk.atNoon());
        desk.broker.answers.add(
                new SubmitResult.Refused(
                        DenialCode.INSUFFICIENT_QUANTITY, 403, 40_310_000, "insufficient qty"));
        desk.run(10);
        return desk.messages.getLast();
    }

    private static String broken() {
        Desk desk = stopped(Desk.atNoon());
        desk.broker.breaks = true;
        desk.run(6);
        return desk.messages.getLast();
    }

    private static String afterTheSession() {
        Desk desk = stopped(Desk.at(Instant.parse("2026-11-19T20:59:50Z")));
        desk.run(15);
        return desk.book.reopened.getLast();
    }

    /// Two calls far below their stop.
    private static Desk stopped(Desk desk) {
        return desk.holding(Desk.CALL, 2).quoting("1.40", "1.48");
    }
}
