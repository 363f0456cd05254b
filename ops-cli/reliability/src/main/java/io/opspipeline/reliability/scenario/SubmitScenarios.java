package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Acts.quote;
import static io.opspipeline.reliability.scenario.Acts.signal;
import static io.opspipeline.reliability.scenario.Given.ALFA;
import static io.opspipeline.reliability.scenario.Given.CALL;

import io.opspipeline.domain.signal.Action;
import io.opspipeline.exchange.fault.RequestFaults;
import io.opspipeline.exchange.venue.Faults.AnswerFault;
import io.opspipeline.exchange.venue.Faults.Request;
import java.util.List;

/// What goes wrong when an order is sent.
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
                Scenario.named("ACK-LOST", "the order is taken, and its answer never comes")
                        .fault(RequestFaults.answer(Request.SUBMIT, 1, AnswerFault.CUT))
                        .at("09:41:02", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.49 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """));
    }
}
