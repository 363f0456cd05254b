package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Given.entry;
import static io.opspipeline.reliability.scenario.Given.exit;
import static io.opspipeline.reliability.scenario.Given.ladder;

import io.opspipeline.exchange.fault.RequestFaults;
import io.opspipeline.exchange.venue.Faults.AnswerFault;
import io.opspipeline.exchange.venue.Faults.Request;
import io.opspipeline.exchange.venue.Faults.RequestFault;
import java.util.List;

/// What goes wrong when the answer to an order cannot be read.
final class SubmitAnswerScenarios {

    private SubmitAnswerScenarios() {}

    static List<Scenario> all() {
        return List.of(
                ladder(
                                "5XX-BUT-ACCEPTED",
                                "504 and an HTML page, and the order works: neither yes nor no (incident 3)")
                        .fault(RequestFaults.answer(Request.SUBMIT, 1, AnswerFault.GATEWAY_TIMEOUT))
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
                exit("5XX-BUT-ACCEPTED-ON-EXIT", "504, and the close has filled")
                        .fault(RequestFaults.answer(Request.SUBMIT, 2, AnswerFault.GATEWAY_TIMEOUT))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                ladder(
                                "5XX-BUT-ACCEPTED-NOWHERE",
                                "503, and no order anywhere: nothing is bought, and nothing simulated (incident 3)")
                        .fault(RequestFaults.request(Request.SUBMIT, 1, RequestFault.UNAVAILABLE))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA REJECTED 0/4: SUBMIT_LOST
                                order    large buy 4 ALFA261210C00100000 @2.47 LOST 0: SUBMIT_LOST
                                """),
                exit(
                                "5XX-BUT-ACCEPTED-NOWHERE-ON-EXIT",
                                "503 to a close that never arrives: once it is lost the next one is sent")
                        .fault(RequestFaults.request(Request.SUBMIT, 2, RequestFault.UNAVAILABLE))
                        .ends(
                                "09:44:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 LOST 0: SUBMIT_LOST
                                order    large sell 4 ALFA261210C00100000 market FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                ladder("200-UNPARSEABLE-BODY", "200 with a body that is no JSON: a doubt")
                        .fault(RequestFaults.answer(Request.SUBMIT, 1, AnswerFault.UNREADABLE))
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
                exit("200-UNPARSEABLE-BODY-ON-EXIT", "200 with a page for a close that filled")
                        .fault(RequestFaults.answer(Request.SUBMIT, 2, AnswerFault.UNREADABLE))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                entry(
                                "200-UNPARSEABLE-BODY-OF-ANOTHER-ORDER",
                                "the answer speaks of an order that we did not send")
                        .fault(RequestFaults.body("/v2/orders", Bodies::ofAnother))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                entry("200-UNPARSEABLE-BODY-CUT-SHORT", "the answer ends in its middle")
                        .fault(RequestFaults.body("/v2/orders", Bodies::cutShort))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """));
    }
}
