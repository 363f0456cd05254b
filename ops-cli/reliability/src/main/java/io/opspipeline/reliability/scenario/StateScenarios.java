package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Acts.findDatabase;
import static io.opspipeline.reliability.scenario.Acts.kill;
import static io.opspipeline.reliability.scenario.Acts.loseDatabase;
import static io.opspipeline.reliability.scenario.Acts.quote;
import static io.opspipeline.reliability.scenario.Acts.signal;
import static io.opspipeline.reliability.scenario.Acts.start;
import static io.opspipeline.reliability.scenario.Acts.startDisconnected;
import static io.opspipeline.reliability.scenario.Acts.startDoomed;
import static io.opspipeline.reliability.scenario.Given.ALFA;
import static io.opspipeline.reliability.scenario.Given.CALL;
import static io.opspipeline.reliability.scenario.Given.entry;
import static io.opspipeline.reliability.scenario.Given.exit;
import static io.opspipeline.reliability.scenario.Given.ladder;

import io.opspipeline.domain.signal.Action;
import io.opspipeline.exchange.fault.OrderFaults;
import io.opspipeline.reliability.world.Role;
import java.util.List;

/// What goes wrong when a process dies or the database goes away.
final class StateScenarios {

    private StateScenarios() {}

    static List<Scenario> all() {
        return List.of(
                entry(
                                "CRASH-BEFORE-PERSIST",
                                "the dispatcher dies before its intent is stored: nothing was sent, and the next one enters")
                        .at("09:41:01", kill(Role.DISPATCHER))
                        .at("09:41:01", startDoomed(Role.DISPATCHER, "before commit of orders", 1))
                        .at("09:41:05", start(Role.DISPATCHER))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                entry(
                                "CRASH-BEFORE-PERSIST-AND-POST",
                                "the intent is stored and never sent: it is lost after the look-ups, and no second one follows")
                        .at("09:41:01", kill(Role.DISPATCHER))
                        .at("09:41:01", startDoomed(Role.DISPATCHER, "before submit", 1))
                        .at("09:41:10", start(Role.DISPATCHER))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA REJECTED 0/4: SUBMIT_LOST
                                order    large buy 4 ALFA261210C00100000 @2.5 LOST 0: SUBMIT_LOST
                                """),
                ladder(
                                "CRASH-BEFORE-PERSIST-OF-THE-FILL",
                                "the trade stream dies before it has stored a fill: the books tell it (incident 13)")
                        .at("09:40:10", kill(Role.TRADE_STREAM))
                        .at("09:40:10", startDoomed(Role.TRADE_STREAM, "before commit of fills", 1))
                        .at("09:41:40", start(Role.TRADE_STREAM))
                        .at("09:41:03", quote(CALL, "2.41", "2.47"))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 FILLED 4 at 2.47
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                exit(
                                "CRASH-BEFORE-PERSIST-OF-A-MARK",
                                "the position manager is dead while the stop is reached: it sells after its restart (incident 23)")
                        .at("09:42:01", kill(Role.POSITION_MANAGER))
                        .at("09:42:20", start(Role.POSITION_MANAGER))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                exit(
                                "CRASH-BEFORE-PERSIST-OF-AN-EXIT",
                                "the position manager dies before its close is stored")
                        .at("09:41:50", kill(Role.POSITION_MANAGER))
                        .at(
                                "09:41:50",
                                startDoomed(Role.POSITION_MANAGER, "before commit of orders", 1))
                        .at("09:42:20", start(Role.POSITION_MANAGER))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                ladder(
                                "CRASH-AFTER-POST",
                                "the dispatcher dies right after the POST: the order is found by its name and wound up (incident 13)")
                        .at("09:41:01", kill(Role.DISPATCHER))
                        .at("09:41:01", startDoomed(Role.DISPATCHER, "after submit", 1))
                        .at("09:41:10", start(Role.DISPATCHER))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA UNFILLED 0/4: wound up after a restart
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                """),
                entry(
                                "CRASH-AFTER-POST-AND-FILLED",
                                "the order that the dead dispatcher sent has filled: it is held and watched (incidents 13, 21)")
                        .at("09:41:01", kill(Role.DISPATCHER))
                        .at("09:41:01", startDoomed(Role.DISPATCHER, "after submit", 1))
                        .at("09:41:10", start(Role.DISPATCHER))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                ladder("CRASH-AFTER-POST-OF-A-RUNG", "the dispatcher dies after its second POST")
                        .at("09:41:01", kill(Role.DISPATCHER))
                        .at("09:41:01", startDoomed(Role.DISPATCHER, "after submit", 2))
                        .at("09:41:20", start(Role.DISPATCHER))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA UNFILLED 0/4: wound up after a restart
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0
                                """),
                exit(
                                "CRASH-AFTER-POST-ON-EXIT",
                                "the position manager dies right after the POST of a close: it is not sent again")
                        .at("09:41:50", kill(Role.POSITION_MANAGER))
                        .at("09:41:50", startDoomed(Role.POSITION_MANAGER, "after submit", 1))
                        .at("09:42:20", start(Role.POSITION_MANAGER))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                ladder(
                                "CRASH-AFTER-POST-BEFORE-A-CANCEL",
                                "the dispatcher dies before it cancels: the order may fill meanwhile")
                        .at("09:41:01", kill(Role.DISPATCHER))
                        .at("09:41:01", startDoomed(Role.DISPATCHER, "before cancel", 1))
                        .at("09:41:30", start(Role.DISPATCHER))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA UNFILLED 0/4: wound up after a restart
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                """),
                ladder(
                                "CRASH-AFTER-POST-AFTER-A-CANCEL",
                                "the dispatcher dies between cancel and confirmation")
                        .at("09:41:01", kill(Role.DISPATCHER))
                        .at("09:41:01", startDoomed(Role.DISPATCHER, "after cancel", 1))
                        .at("09:41:30", start(Role.DISPATCHER))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA UNFILLED 0/4: wound up after a restart
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                """),
                Scenario.named(
                                "CRASH-AFTER-POST-AT-THE-CLOSE",
                                "the dispatcher dies with its order out and does not come back: the session ends order and entry")
                        .from("15:40")
                        .at("15:43:02", signal(ALFA, Action.BUY_CALL))
                        .at("15:43:04", kill(Role.DISPATCHER))
                        .ends(
                                "16:00:30",
                                """
                                signal   large ALFA UNFILLED 0/4: ended at the broker: EXPIRED
                                order    large buy 4 ALFA261210C00100000 @2.47 EXPIRED 0: ended at the broker: EXPIRED
                                """),
                exit("CRASH-AFTER-POST-OF-ALL", "all three die with a close out, and come back")
                        .fault(OrderFaults.atMost(0, Which.exits(3)))
                        .at("09:42:12", kill(Role.DISPATCHER))
                        .at("09:42:12", kill(Role.TRADE_STREAM))
                        .at("09:42:12", kill(Role.POSITION_MANAGER))
                        .at("09:42:20", start(Role.TRADE_STREAM))
                        .at("09:42:20", start(Role.DISPATCHER))
                        .at("09:42:20", start(Role.POSITION_MANAGER))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                entry(
                                "DB-FAILOVER-MID-TX",
                                "the connection is lost before the intent is committed: nothing was sent, and the signal is tried again")
                        .at("09:41:01", kill(Role.DISPATCHER))
                        .at(
                                "09:41:01",
                                startDisconnected(Role.DISPATCHER, "before commit of orders", 1))
                        .ends(
                                "09:44:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                entry(
                                "DB-FAILOVER-MID-TX-COMMITTED",
                                "the intent is committed and nobody is told: no second order, the intent ends by its name")
                        .at("09:41:01", kill(Role.DISPATCHER))
                        .at(
                                "09:41:01",
                                startDisconnected(Role.DISPATCHER, "after commit of orders", 1))
                        .ends(
                                "09:44:00",
                                """
                                signal   large ALFA REJECTED 0/4: SUBMIT_LOST
                                order    large buy 4 ALFA261210C00100000 @2.5 LOST 0: SUBMIT_LOST
                                """),
                ladder(
                                "DB-FAILOVER-MID-TX-OF-A-FILL",
                                "the fill cannot be stored: the books are compared again, and tell it")
                        .at("09:40:10", kill(Role.TRADE_STREAM))
                        .at(
                                "09:40:10",
                                startDisconnected(Role.TRADE_STREAM, "before commit of fills", 1))
                        .at("09:41:03", quote(CALL, "2.41", "2.47"))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 FILLED 4 at 2.47
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                ladder(
                                "DB-FAILOVER-MID-TX-OF-A-STORED-FILL",
                                "the fill is stored and nobody is told: it is booked once")
                        .at("09:40:10", kill(Role.TRADE_STREAM))
                        .at(
                                "09:40:10",
                                startDisconnected(Role.TRADE_STREAM, "after commit of fills", 1))
                        .at("09:41:03", quote(CALL, "2.41", "2.47"))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 FILLED 4 at 2.47
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                exit(
                                "DB-FAILOVER-MID-TX-OF-AN-EXIT",
                                "the close cannot be stored: it is tried again")
                        .at("09:41:50", kill(Role.POSITION_MANAGER))
                        .at(
                                "09:41:50",
                                startDisconnected(
                                        Role.POSITION_MANAGER, "before commit of orders", 1))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    WARNING the close of ALFA261210C00100000 under STOP_LOSS was refused 1 times: CLOSE_BROKE: a step of ours broke, DataAccessResourceFailureException
                                """),
                exit(
                                "DB-FAILOVER-MID-TX-AND-DOWN",
                                "the database is down for half a minute while the stop is hit: nothing is sent before it is back, and then it is sold")
                        .at("09:41:59", loseDatabase())
                        .at("09:42:30", findDatabase())
                        .stepsBreak()
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                ladder(
                                "DB-FAILOVER-MID-TX-OF-A-LADDER",
                                "the database is down for ten seconds on a ladder: the order that is out is wound up")
                        .at("09:41:06", loseDatabase())
                        .at("09:41:16", findDatabase())
                        .stepsBreak()
                        .ends(
                                "09:44:00",
                                """
                                signal   large ALFA UNFILLED 0/4: wound up after a step broke
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                """));
    }
}
