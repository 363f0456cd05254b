package io.opspipeline.reliability.scenario;

import static io.opspipeline.exchange.venue.RefusalReason.DUPLICATE_CLIENT_ORDER_ID;
import static io.opspipeline.reliability.scenario.Acts.signal;
import static io.opspipeline.reliability.scenario.ByHand.namedLikeOurs;
import static io.opspipeline.reliability.scenario.Given.ALFA;
import static io.opspipeline.reliability.scenario.Given.CALL;
import static io.opspipeline.reliability.scenario.Given.LARGE_ID;
import static io.opspipeline.reliability.scenario.Given.entry;
import static io.opspipeline.reliability.scenario.Given.exit;
import static io.opspipeline.reliability.scenario.Given.ladder;

import io.opspipeline.domain.signal.Action;
import io.opspipeline.exchange.fault.OrderFaults;
import io.opspipeline.exchange.fault.RequestFaults;
import io.opspipeline.exchange.venue.Faults.Request;
import io.opspipeline.exchange.venue.Faults.RequestFault;
import java.util.List;

/// What goes wrong with rates, with names, and with orders that are rejected late.
final class SubmitLimitScenarios {

    private SubmitLimitScenarios() {}

    static List<Scenario> all() {
        return List.of(
                entry(
                                "429-BURST",
                                "too many requests, and the reset is beyond the next rung: the entry is given up, its name unused")
                        .fault(RequestFaults.request(Request.SUBMIT, 1, RequestFault.TOO_MANY))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA UNFILLED 0/4: rate limited until 2026-11-19T14:42:00Z
                                order    large buy 4 ALFA261210C00100000 @2.5 CANCELED 0: rate limited until 2026-11-19T14:42:00Z
                                """),
                Scenario.named(
                                "429-BURST-BEFORE-THE-RESET",
                                "the reset is near: the same order goes out after it")
                        .listing(Given::tight)
                        .at("09:41:57", signal(ALFA, Action.BUY_CALL))
                        .fault(RequestFaults.request(Request.SUBMIT, 1, RequestFault.TOO_MANY))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                exit("429-BURST-ON-EXIT", "a close waits for the reset, and is sent under its name")
                        .fault(RequestFaults.request(Request.SUBMIT, 2, RequestFault.TOO_MANY))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                ladder(
                                "429-BURST-OF-READS",
                                "reads are too many: all requests share one budget, so no rung follows before its reset")
                        .fault(
                                RequestFaults.requestsBetween(
                                        Request.READ, 64, 84, RequestFault.TOO_MANY))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA UNFILLED 0/4: rate limited until 2026-11-19T14:42:00Z
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0: rate limited until 2026-11-19T14:42:00Z
                                """),
                ladder("429-BURST-OF-CANCELS", "a cancel is one too many: it is asked again")
                        .fault(RequestFaults.request(Request.CANCEL, 1, RequestFault.TOO_MANY))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA UNFILLED 0/4: the ladder ended
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                alert    CRITICAL the cancel of large:ALFA:29918320:CALL:1 is not confirmed (REQUEST_LIMIT: not sent, too many requests until 2026-11-19T14:42:00Z); asked again until it is
                                """),
                entry(
                                "DUPLICATE-CLIENT-ID",
                                "the broker calls the name taken and does not know it: lost after the last look-up")
                        .fault(
                                RequestFaults.refuse(
                                        1,
                                        DUPLICATE_CLIENT_ORDER_ID.says(
                                                "client_order_id must be unique")))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA REJECTED 0/4: SUBMIT_LOST
                                order    large buy 4 ALFA261210C00100000 @2.5 LOST 0: SUBMIT_LOST
                                """),
                ladder(
                                "DUPLICATE-CLIENT-ID-OF-A-LIFE-BEFORE",
                                "the database was restored: the order of the life before is found, not sent again (incident 13)")
                        .at(
                                "09:41:01",
                                namedLikeOurs(LARGE_ID, "large:ALFA:29918320:CALL:1", CALL, "2.50"))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                entry("REJECT-AFTER-ACCEPT", "200, and then the venue rejects: nothing is held")
                        .fault(OrderFaults.reject("rejected by the venue", Which.entry(1)))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA REJECTED 0/4: rejected by the venue
                                order    large buy 4 ALFA261210C00100000 @2.5 REJECTED 0: rejected by the venue
                                """),
                ladder(
                                "REJECT-AFTER-ACCEPT-ON-A-RUNG",
                                "the second rung is rejected: the ladder ends there")
                        .fault(OrderFaults.reject("rejected by the venue", Which.entry(2)))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA REJECTED 0/4: rejected by the venue
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 REJECTED 0: rejected by the venue
                                """),
                exit(
                                "REJECT-AFTER-ACCEPT-ON-EXIT",
                                "closes are rejected by the venue three times: each later than the last, with an alarm (incident 38)")
                        .fault(OrderFaults.reject("rejected by the venue", Which.exit(1)))
                        .fault(OrderFaults.reject("rejected by the venue", Which.exit(2)))
                        .fault(OrderFaults.reject("rejected by the venue", Which.exit(3)))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: rejected by the venue
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: rejected by the venue
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: rejected by the venue
                                order    large sell 4 ALFA261210C00100000 market FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    WARNING the close of ALFA261210C00100000 under STOP_LOSS was refused 1 times: REJECTED_LATER: rejected by the venue
                                alert    CRITICAL the close of ALFA261210C00100000 under STOP_LOSS was refused 3 times: REJECTED_LATER: rejected by the venue
                                """));
    }
}
