package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Acts.kill;
import static io.opspipeline.reliability.scenario.Acts.quote;
import static io.opspipeline.reliability.scenario.Acts.signal;
import static io.opspipeline.reliability.scenario.Acts.start;
import static io.opspipeline.reliability.scenario.ByHand.lateArrival;
import static io.opspipeline.reliability.scenario.Given.ALFA;
import static io.opspipeline.reliability.scenario.Given.CALL;
import static io.opspipeline.reliability.scenario.Given.LARGE_ID;
import static io.opspipeline.reliability.scenario.Given.entry;
import static io.opspipeline.reliability.scenario.Given.exit;
import static io.opspipeline.reliability.scenario.Given.ladder;

import io.opspipeline.domain.signal.Action;
import io.opspipeline.exchange.fault.RequestFaults;
import io.opspipeline.exchange.venue.Faults.AnswerFault;
import io.opspipeline.exchange.venue.Faults.Request;
import io.opspipeline.exchange.venue.Faults.RequestFault;
import io.opspipeline.reliability.world.Role;
import java.util.List;

/// What goes wrong when an order is sent and no answer comes, or a late one.
final class SubmitScenarios {

    private SubmitScenarios() {}

    static List<Scenario> all() {
        return List.of(
                Scenario.named("NONE", "nothing goes wrong")
                        .at("09:41:02", signal(ALFA, Action.BUY_CALL))
                        .at("09:42:30", quote(CALL, "1.70", "1.76"))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.49 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                ladder(
                                "ACK-LOST",
                                "the order is taken, and its answer never comes: it is found by its name, and climbs on")
                        .fault(RequestFaults.answer(Request.SUBMIT, 1, AnswerFault.CUT))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.49 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                entry("ACK-LOST-AND-FILLED", "the order whose answer is lost has filled at once")
                        .fault(RequestFaults.answer(Request.SUBMIT, 1, AnswerFault.CUT))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                ladder("ACK-LOST-TWICE", "two answers in a row are lost: still one order at a time")
                        .fault(RequestFaults.answers(Request.SUBMIT, 1, 2, AnswerFault.CUT))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.49 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                exit(
                                "ACK-LOST-ON-EXIT",
                                "the answer to a close is lost: it is not sent a second time")
                        .fault(RequestFaults.answer(Request.SUBMIT, 2, AnswerFault.CUT))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                ladder(
                                "ACK-LOST-AND-CRASH",
                                "the dispatcher dies while its order is in doubt: the next one winds the entry up")
                        .fault(RequestFaults.answer(Request.SUBMIT, 1, AnswerFault.CUT))
                        .at("09:41:03", kill(Role.DISPATCHER))
                        .at("09:41:30", start(Role.DISPATCHER))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA UNFILLED 0/4: wound up after a restart
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                """),
                ladder(
                                "ACK-LOST-ON-THE-WAY",
                                "the order never arrives: after the last look-up it is lost, and its limits are free")
                        .fault(RequestFaults.request(Request.SUBMIT, 1, RequestFault.CUT))
                        .at("09:44:02", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "09:45:30",
                                """
                                signal   large ALFA REJECTED 0/4: SUBMIT_LOST
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 LOST 0: SUBMIT_LOST
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.49 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                ladder(
                                "ACK-LOST-UNTIL-FOUND",
                                "the broker shows the order only at the third look-up")
                        .fault(RequestFaults.answer(Request.SUBMIT, 1, AnswerFault.CUT))
                        .fault(
                                RequestFaults.requestsBetween(
                                        Request.READ, 63, 66, RequestFault.UNKNOWN))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.49 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                ladder(
                                "ACK-LOST-AND-BOOKS-DOWN",
                                "nothing can be asked for half a minute: the order stays in doubt, and is never taken for lost")
                        .fault(RequestFaults.answer(Request.SUBMIT, 1, AnswerFault.CUT))
                        .fault(
                                RequestFaults.requestsBetween(
                                        Request.READ, 63, 92, RequestFault.UNAVAILABLE))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA UNFILLED 0/4: the ladder ended
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                """),
                entry(
                                "ACK-LOST-ARRIVES-BETWEEN-LOOK-UPS",
                                "the order arrives late and fills, before it is given up")
                        .fault(RequestFaults.request(Request.SUBMIT, 1, RequestFault.CUT))
                        .at("09:41:08", lateArrival(LARGE_ID))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                ladder(
                                "ACK-LOST-ARRIVES-AFTER-ALL",
                                "an order that was given up appears at the broker: it is cancelled")
                        .fault(RequestFaults.request(Request.SUBMIT, 1, RequestFault.CUT))
                        .at("09:42:20", lateArrival(LARGE_ID))
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA REJECTED 0/4: SUBMIT_LOST
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                alert    CRITICAL large:ALFA:29918320:CALL:1 was given up and is at the broker after all: WORKING, filled 0
                                """),
                entry(
                                "ACK-LOST-FILLS-AFTER-ALL",
                                "an order that was given up fills: its fills are taken over and watched")
                        .fault(RequestFaults.request(Request.SUBMIT, 1, RequestFault.CUT))
                        .at("09:42:20", lateArrival(LARGE_ID))
                        .at("09:43:30", quote(CALL, "1.70", "1.71"))
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA REJECTED 4/4: SUBMIT_LOST
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    CRITICAL large:ALFA:29918320:CALL:1 was given up and is at the broker after all: WORKING, filled 0
                                alert    WARNING large:ALFA:29918320:CALL:1 LATE_FILL: 4 of 4 filled after it ended REJECTED
                                """),
                ladder(
                                "ACK-LATE-AFTER-RETRY",
                                "the edge sends the order twice, and tells of the second alone: a duplicate is a doubt, no refusal")
                        .fault(RequestFaults.request(Request.SUBMIT, 1, RequestFault.TWICE))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.49 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                entry(
                                "ACK-LATE-AFTER-RETRY-AND-FILLED",
                                "the duplicate that the edge made has filled")
                        .fault(RequestFaults.request(Request.SUBMIT, 1, RequestFault.TWICE))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                exit("ACK-LATE-AFTER-RETRY-ON-EXIT", "the edge sends a close twice: it sells once")
                        .fault(RequestFaults.request(Request.SUBMIT, 2, RequestFault.TWICE))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """));
    }
}
