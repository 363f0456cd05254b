package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Acts.change;
import static io.opspipeline.reliability.scenario.Acts.cutOrderStreams;
import static io.opspipeline.reliability.scenario.Acts.cutQuoteStreams;
import static io.opspipeline.reliability.scenario.Acts.enable;
import static io.opspipeline.reliability.scenario.Acts.kill;
import static io.opspipeline.reliability.scenario.Acts.quote;
import static io.opspipeline.reliability.scenario.Acts.signal;
import static io.opspipeline.reliability.scenario.Acts.start;
import static io.opspipeline.reliability.scenario.Given.ALFA;
import static io.opspipeline.reliability.scenario.Given.BETA;
import static io.opspipeline.reliability.scenario.Given.CALL;
import static io.opspipeline.reliability.scenario.Given.LARGE_ID;
import static io.opspipeline.reliability.scenario.Given.entry;
import static io.opspipeline.reliability.scenario.Given.exit;
import static io.opspipeline.reliability.scenario.Given.ladder;

import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.exchange.fault.OrderFaults;
import io.opspipeline.exchange.fault.RequestFaults;
import io.opspipeline.exchange.venue.Faults.AnswerFault;
import io.opspipeline.exchange.venue.Faults.Request;
import io.opspipeline.exchange.venue.Faults.RequestFault;
import io.opspipeline.reliability.world.Role;
import java.util.List;

/// What a person or a limit stops, while orders work and while things go wrong.
final class HaltScenarios {

    private HaltScenarios() {}

    static List<Scenario> all() {
        return List.of(
                ladder(
                                "HALTED-WHILE-WORKING",
                                "the account is halted on a ladder: the order is cancelled at once, nothing is bought")
                        .at("09:41:04", change(LARGE_ID, TradingState.HALTED, "by the operator"))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA UNFILLED 0/4: the account may not enter any more
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                trading  large HALTED: by the operator
                                """),
                exit(
                                "HALTED-WHILE-HELD",
                                "a halt is no flatten: the position is kept, and its stop sells")
                        .at("09:41:30", change(LARGE_ID, TradingState.HALTED, "by the operator"))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                trading  large HALTED: by the operator
                                """),
                ladder(
                                "HALTED-AND-RESUMED",
                                "a signal under a halt is skipped by its name; after it the next one enters")
                        .at("09:40:30", change(LARGE_ID, TradingState.HALTED, "by the operator"))
                        .at("09:42:10", change(LARGE_ID, TradingState.ACTIVE, "resumed"))
                        .at("09:43:02", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA SKIPPED: TRADING_STATE
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.49 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                ladder(
                                "HALTED-IN-DOUBT",
                                "the halt comes while an order is in doubt: it is cancelled once it is found")
                        .fault(RequestFaults.answer(Request.SUBMIT, 1, AnswerFault.CUT))
                        .fault(
                                RequestFaults.requestsBetween(
                                        Request.READ, 63, 66, RequestFault.UNKNOWN))
                        .at("09:41:03", change(LARGE_ID, TradingState.HALTED, "by the operator"))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA UNFILLED 0/4: the account may not enter any more
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                trading  large HALTED: by the operator
                                """),
                ladder(
                                "REDUCING-WHILE-WORKING",
                                "a pause does not cancel what works, but no rung follows")
                        .at("09:41:04", change(LARGE_ID, TradingState.REDUCING, "a pause"))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA UNFILLED 0/4: the account may not enter any more
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                trading  large REDUCING: a pause
                                """),
                entry(
                                "DISABLED-WHILE-HELD",
                                "an account is taken out of the system: no entries, its exits go on")
                        .at("09:41:30", enable(LARGE_ID, false))
                        .at("09:42:00", quote(CALL, "1.70", "1.71"))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                entry(
                                "FLATTEN",
                                "the operator flattens: all is sold at the bid, whatever its price")
                        .at(
                                "09:42:00",
                                change(LARGE_ID, TradingState.HALTED, "FLATTEN by the operator"))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @2.49 FILLED 4 at 2.49
                                position large ALFA261210C00100000 CLOSED 0 of 4, KILL_SWITCH -4.39476
                                trading  large HALTED: FLATTEN by the operator
                                """),
                ladder(
                                "FLATTEN-WHILE-WORKING",
                                "the operator flattens on a ladder with a part filled: the rest is cancelled, the part sold")
                        .at("09:41:03", quote(CALL, "2.41", "2.47"))
                        .fault(OrderFaults.atMost(1, Which.entry(1)))
                        .at(
                                "09:41:06",
                                change(LARGE_ID, TradingState.HALTED, "FLATTEN by the operator"))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA PARTIAL 1/4: the account may not enter any more
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 1 at 2.47
                                order    large sell 1 ALFA261210C00100000 @2.41 FILLED 1 at 2.41
                                position large ALFA261210C00100000 CLOSED 0 of 1, KILL_SWITCH -6.09869
                                trading  large HALTED: FLATTEN by the operator
                                """),
                exit(
                                "FLATTEN-OVER-A-CLOSE",
                                "the operator flattens while a stop sells: its order is replaced, and it is sold once")
                        .fault(OrderFaults.atMost(0, Which.under("STOP_LOSS")))
                        .fault(OrderFaults.holdCancels(2, Which.under("STOP_LOSS", 3)))
                        .at(
                                "09:42:12",
                                change(LARGE_ID, TradingState.HALTED, "FLATTEN by the operator"))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, KILL_SWITCH -320.39476
                                trading  large HALTED: FLATTEN by the operator
                                """),
                entry(
                                "FLATTEN-AND-CRASH",
                                "the position manager dies over a flatten: it is taken up again")
                        .fault(OrderFaults.atMost(1, Which.exit(1)))
                        .at(
                                "09:42:00",
                                change(LARGE_ID, TradingState.HALTED, "FLATTEN by the operator"))
                        .at("09:42:01", kill(Role.POSITION_MANAGER))
                        .at("09:42:15", start(Role.POSITION_MANAGER))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @2.49 FILLED 4 at 2.49
                                position large ALFA261210C00100000 CLOSED 0 of 4, KILL_SWITCH -4.39476
                                trading  large HALTED: FLATTEN by the operator
                                """),
                loss(
                                "DAILY-LOSS",
                                "the day's loss stands at its limit for thirty seconds: all is sold, and no entry follows (incident 67)")
                        .at("09:53:30", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "09:54:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                signal   large BETA FILLED 2/2: FILLED
                                signal   large ALFA SKIPPED: TRADING_STATE
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large buy 2 BETA261210C00050000 @2.5 FILLED 2 at 2.5
                                order    large sell 4 ALFA261210C00100000 @0.6 FILLED 4 at 0.6
                                order    large sell 2 BETA261210C00050000 @2.49 FILLED 2 at 2.49
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -760.39476
                                position large BETA261210C00050000 CLOSED 0 of 2, DAILY_LOSS -2.19738
                                alert    CRITICAL today's profit and loss is -761.49066, limit -500.00: everything is closed
                                trading  large REDUCING: DAILY_LOSS 2026-11-19
                                """),
                loss(
                                "DAILY-LOSS-AND-CRASH",
                                "the position manager dies over the flatten: the day stays over, and it is sold once")
                        .fault(OrderFaults.atMost(0, Which.under("DAILY_LOSS", 1)))
                        .at("09:52:42", kill(Role.POSITION_MANAGER))
                        .at("09:53:10", start(Role.POSITION_MANAGER))
                        .ends(
                                "09:54:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                signal   large BETA FILLED 2/2: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large buy 2 BETA261210C00050000 @2.5 FILLED 2 at 2.5
                                order    large sell 4 ALFA261210C00100000 @0.6 FILLED 4 at 0.6
                                order    large sell 2 BETA261210C00050000 @2.49 CANCELED 0
                                order    large sell 2 BETA261210C00050000 @2.49 FILLED 2 at 2.49
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -760.39476
                                position large BETA261210C00050000 CLOSED 0 of 2, DAILY_LOSS -2.19738
                                alert    CRITICAL today's profit and loss is -761.49066, limit -500.00: everything is closed
                                trading  large REDUCING: DAILY_LOSS 2026-11-19
                                """),
                loss(
                                "DAILY-LOSS-AND-STREAM-CUT",
                                "the streams are cut while the day's loss is sold")
                        .at("09:52:40", cutOrderStreams())
                        .at("09:52:40", cutQuoteStreams())
                        .ends(
                                "09:54:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                signal   large BETA FILLED 2/2: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large buy 2 BETA261210C00050000 @2.5 FILLED 2 at 2.5
                                order    large sell 4 ALFA261210C00100000 @0.6 FILLED 4 at 0.6
                                order    large sell 2 BETA261210C00050000 @2.49 FILLED 2 at 2.49
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -760.39476
                                position large BETA261210C00050000 CLOSED 0 of 2, DAILY_LOSS -2.19738
                                alert    CRITICAL today's profit and loss is -761.49066, limit -500.00: everything is closed
                                trading  large REDUCING: DAILY_LOSS 2026-11-19
                                """));
    }

    /// Two positions, and at 09:52:00 one of them falls through its stop, far enough to end the
    /// day.
    private static Scenario.Script loss(String name, String story) {
        return entry(name, story)
                .listing(Given::twoStocks)
                .at("09:51:32", signal(BETA, Action.BUY_CALL))
                .at("09:52:00", quote(CALL, "0.60", "0.61"));
    }
}
