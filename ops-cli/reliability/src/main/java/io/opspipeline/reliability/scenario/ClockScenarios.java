package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Acts.signal;
import static io.opspipeline.reliability.scenario.Acts.skewOurs;
import static io.opspipeline.reliability.scenario.Given.ALFA;
import static io.opspipeline.reliability.scenario.Given.entry;
import static io.opspipeline.reliability.scenario.Given.exit;

import io.opspipeline.domain.signal.Action;
import java.time.Duration;
import java.util.List;

/// What goes wrong when our clock and the broker's differ.
final class ClockScenarios {

    private ClockScenarios() {}

    static List<Scenario> all() {
        return List.of(
                exit(
                                "CLOCK-SKEW-OURS-AHEAD",
                                "our clock is 20 s ahead: fills are told with times before their orders, and are booked as ever")
                        .at("09:40:00", skewOurs(Duration.ofSeconds(20)))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                exit(
                                "CLOCK-SKEW-OURS-BEHIND",
                                "our clock is 20 s behind: bars, quotes and fills come from the future, and are used as ever")
                        .at("09:40:00", skewOurs(Duration.ofSeconds(-20)))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                entry(
                                "CLOCK-SKEW-OURS-FAR-AHEAD",
                                "our clock is two minutes ahead: every bar looks old and nothing is bought, until the clock is right again")
                        .at("09:40:00", skewOurs(Duration.ofSeconds(130)))
                        .at("09:43:00", skewOurs(Duration.ZERO))
                        .at("09:44:02", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "09:45:00",
                                """
                                signal   large ALFA SKIPPED: SIGNAL_FRESH
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                alert    CRITICAL the position manager gave no sign of life since 2026-11-19T14:40:00Z: no exit is watched
                                """),
                entry(
                                "CLOCK-SKEW-OURS-FAR-BEHIND",
                                "our clock is put back to before the newest bar: nothing is bought, until the clock is right again, and then the last sign of life looks old")
                        .at("09:40:00", skewOurs(Duration.ofSeconds(-130)))
                        .at("09:42:30", skewOurs(Duration.ZERO))
                        .at("09:44:02", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "09:45:00",
                                """
                                signal   large ALFA SKIPPED: SIGNAL_FRESH
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                alert    CRITICAL the position manager gave no sign of life since 2026-11-19T14:39:00Z: no exit is watched
                                """),
                exit(
                                "CLOCK-SKEW-OURS-JUMPS-AHEAD",
                                "our clock jumps two minutes ahead while a position is held: its stop sells")
                        .at("09:41:50", skewOurs(Duration.ofSeconds(130)))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                exit(
                                "CLOCK-SKEW-OURS-JUMPS-BACK",
                                "our clock jumps two minutes back while a position is held: its stop sells")
                        .at("09:41:50", skewOurs(Duration.ofSeconds(-130)))
                        .ends(
                                "09:45:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """));
    }
}
