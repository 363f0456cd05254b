package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Acts.change;
import static io.opspipeline.reliability.scenario.Acts.cutOrderStreams;
import static io.opspipeline.reliability.scenario.Acts.kill;
import static io.opspipeline.reliability.scenario.Acts.quote;
import static io.opspipeline.reliability.scenario.Acts.start;
import static io.opspipeline.reliability.scenario.ByHand.cancelOurs;
import static io.opspipeline.reliability.scenario.Given.CALL;
import static io.opspipeline.reliability.scenario.Given.LARGE_ID;
import static io.opspipeline.reliability.scenario.Given.entry;
import static io.opspipeline.reliability.scenario.Given.exit;
import static io.opspipeline.reliability.scenario.Given.ladder;
import static io.opspipeline.reliability.scenario.Which.told;

import io.opspipeline.domain.account.TradingState;
import io.opspipeline.exchange.fault.EventFaults;
import io.opspipeline.exchange.fault.OrderFaults;
import io.opspipeline.exchange.fault.RequestFaults;
import io.opspipeline.exchange.venue.EventKind;
import io.opspipeline.exchange.venue.Faults.AnswerFault;
import io.opspipeline.exchange.venue.Faults.EventFault;
import io.opspipeline.exchange.venue.Faults.Request;
import io.opspipeline.reliability.world.Role;
import java.util.List;

/// What goes wrong when orders fill in parts, early, or twice.
final class FillScenarios {

    private FillScenarios() {}

    static List<Scenario> all() {
        return List.of(
                ladder(
                                "PARTIAL-THEN-CANCEL",
                                "one contract fills and the time is over: one is held, no more is wanted (incident 15)")
                        .at("09:41:03", quote(CALL, "2.41", "2.47"))
                        .fault(OrderFaults.atMost(1, Which.entry(1)))
                        .fault(OrderFaults.atMost(0, Which.entry(4)))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA PARTIAL 1/4: the ladder ended
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 1 at 2.47
                                order    large buy 3 ALFA261210C00100000 @2.45 CANCELED 0
                                order    large buy 3 ALFA261210C00100000 @2.46 CANCELED 0
                                order    large buy 3 ALFA261210C00100000 @2.47 CANCELED 0
                                position large ALFA261210C00100000 OPEN 1 of 1
                                """),
                ladder(
                                "PARTIAL-THEN-CANCEL-BY-HALT",
                                "the account is halted after a part: the rest is cancelled at once, what is held keeps its exits")
                        .at("09:41:03", quote(CALL, "2.41", "2.47"))
                        .fault(OrderFaults.atMost(1, Which.entry(1)))
                        .at("09:41:06", change(LARGE_ID, TradingState.HALTED, "by the operator"))
                        .at("09:42:00", quote(CALL, "1.70", "1.71"))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA PARTIAL 1/4: the account may not enter any more
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 1 at 2.47
                                order    large sell 1 ALFA261210C00100000 @1.7 FILLED 1 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 1, STOP_LOSS -77.09869
                                trading  large HALTED: by the operator
                                """),
                ladder(
                                "PARTIAL-THEN-CANCEL-BY-HAND",
                                "a person cancels the rest at the broker: the entry ends with its part")
                        .at("09:41:03", quote(CALL, "2.41", "2.47"))
                        .fault(OrderFaults.atMost(1, Which.entry(1)))
                        .at("09:41:06", cancelOurs(LARGE_ID))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA PARTIAL 1/4: ended at the broker: CANCELED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 1 at 2.47
                                position large ALFA261210C00100000 OPEN 1 of 1
                                """),
                ladder(
                                "PARTIAL-THEN-REPLACE",
                                "one fills, and the next rung asks for the other three: the entry price is the average of the fills")
                        .at("09:41:03", quote(CALL, "2.41", "2.47"))
                        .fault(OrderFaults.atMost(1, Which.entry(1)))
                        .at("09:41:06", quote(CALL, "2.44", "2.50"))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 1 at 2.47
                                order    large buy 3 ALFA261210C00100000 @2.48 CANCELED 0
                                order    large buy 3 ALFA261210C00100000 @2.49 CANCELED 0
                                order    large buy 3 ALFA261210C00100000 @2.5 FILLED 3 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                exit(
                                "PARTIAL-THEN-REPLACE-ON-EXIT",
                                "a close fills in parts: each renewal sells what is left, and never more (incident 8)")
                        .fault(OrderFaults.atMost(1, Which.exit(1)))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 1 at 1.7
                                order    large sell 3 ALFA261210C00100000 @1.7 FILLED 3 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                ladder(
                                "PARTIAL-THEN-REPLACE-AND-CRASH",
                                "the dispatcher dies with a part filled: the rest is cancelled after its restart, the part is kept")
                        .at("09:41:03", quote(CALL, "2.41", "2.47"))
                        .fault(OrderFaults.atMost(1, Which.entry(1)))
                        .fault(OrderFaults.atMost(0, Which.begun(Which.entry(1))))
                        .at("09:41:06", kill(Role.DISPATCHER))
                        .at("09:41:40", start(Role.DISPATCHER))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA PARTIAL 1/4: wound up after a restart
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 1 at 2.47
                                position large ALFA261210C00100000 OPEN 1 of 1
                                """),
                entry("FILL-BEFORE-ACK", "the stream tells the fill before the POST is answered")
                        .newsBeforeAnswers()
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                exit(
                                "FILL-BEFORE-ACK-ON-EXIT",
                                "the fill of a close is told before its answer: one outcome")
                        .newsBeforeAnswers()
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                entry("FILL-BEFORE-ACK-AND-NO-ACK", "the fill is told and the answer lost")
                        .newsBeforeAnswers()
                        .fault(RequestFaults.answer(Request.SUBMIT, 1, AnswerFault.CUT))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                exit(
                                "DUPLICATE-EXECUTION-ID",
                                "every fill is told twice: each is booked once (incident 42)")
                        .fault(
                                EventFaults.events(
                                        told(EventKind.FILL, EventKind.PARTIAL_FILL),
                                        EventFault.TWICE))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                exit("DUPLICATE-EXECUTION-ID-OF-PARTS", "parts are told twice each")
                        .fault(
                                EventFaults.events(
                                        told(EventKind.FILL, EventKind.PARTIAL_FILL),
                                        EventFault.TWICE))
                        .fault(OrderFaults.atMost(1, _ -> true))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 CANCELED 2 at 2.5
                                order    large buy 2 ALFA261210C00100000 @2.5 FILLED 2 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 1 at 1.7
                                order    large sell 3 ALFA261210C00100000 @1.7 CANCELED 1 at 1.7
                                order    large sell 2 ALFA261210C00100000 @1.7 CANCELED 1 at 1.7
                                order    large sell 1 ALFA261210C00100000 @1.7 FILLED 1 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                exit(
                                "DUPLICATE-EXECUTION-ID-AFTER-RECONNECT",
                                "the books repeat what the stream told before it was cut")
                        .at("09:41:20", cutOrderStreams())
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
