package io.opspipeline.reliability.scenario;

import static io.opspipeline.exchange.venue.RefusalReason.INSUFFICIENT_QUANTITY;
import static io.opspipeline.reliability.scenario.Acts.change;
import static io.opspipeline.reliability.scenario.Acts.kill;
import static io.opspipeline.reliability.scenario.Acts.quote;
import static io.opspipeline.reliability.scenario.Acts.signal;
import static io.opspipeline.reliability.scenario.Acts.start;
import static io.opspipeline.reliability.scenario.Given.ALFA;
import static io.opspipeline.reliability.scenario.Given.CALL;
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

/// What goes wrong when orders are cancelled and replaced.
final class CancelScenarios {

    private CancelScenarios() {}

    static List<Scenario> all() {
        return List.of(
                ladder(
                                "PENDING-CANCEL-STUCK",
                                "the cancel hangs for half a minute: no order beside it, and a person is told")
                        .fault(OrderFaults.holdCancels(7, Which.entry(1)))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA UNFILLED 0/4: the ladder ended
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                alert    CRITICAL the cancel of large:ALFA:29918320:CALL:1 is not confirmed (the broker took it); asked again until it is
                                """),
                ladder(
                                "PENDING-CANCEL-STUCK-FOR-EVER",
                                "the cancel never comes through: it is asked again and again, and nothing is sent beside it")
                        .fault(OrderFaults.holdCancels(Which.entry(1)))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA SUBMITTED 0/4
                                order    large buy 4 ALFA261210C00100000 @2.47 PENDING_CANCEL 0
                                alert    CRITICAL the cancel of large:ALFA:29918320:CALL:1 is not confirmed (the broker took it); asked again until it is
                                """),
                exit(
                                "PENDING-CANCEL-STUCK-ON-EXIT",
                                "a close cannot be cancelled: no second one is sent beside it")
                        .fault(OrderFaults.atMost(0, Which.exit(1)))
                        .fault(OrderFaults.holdCancels(8, Which.exit(1)))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 market FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    CRITICAL the cancel of large:ALFA261210C00100000:1795099262:STOP_LOSS:1 is not confirmed (the broker took it); asked again until it is
                                """),
                exit(
                                "PENDING-CANCEL-STUCK-AND-CRASH",
                                "the position manager dies over a cancel that hangs: the next one waits for the same order")
                        .fault(OrderFaults.atMost(0, Which.exit(1)))
                        .fault(OrderFaults.holdCancels(8, Which.exit(1)))
                        .at("09:42:15", kill(Role.POSITION_MANAGER))
                        .at("09:42:25", start(Role.POSITION_MANAGER))
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                ladder(
                                "CANCEL-REJECTED",
                                "the cancel is taken and not done, and the order works on: it is asked again at once")
                        .fault(OrderFaults.rejectCancels(1, Which.entry(1)))
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
                                "CANCEL-REJECTED-IN-A-HALT",
                                "a halt cancels an entry, and the broker does not: a few seconds later it is gone")
                        .fault(OrderFaults.rejectCancels(2, Which.entry(1)))
                        .at(
                                "09:41:04",
                                change(Given.LARGE_ID, TradingState.HALTED, "by the operator"))
                        .ends(
                                "09:41:15",
                                """
                                signal   large ALFA UNFILLED 0/4: the account may not enter any more
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                trading  large HALTED: by the operator
                                """),
                exit(
                                "CANCEL-REJECTED-ON-EXIT",
                                "the cancel of a close at an old bid is not done: it is asked again, and the close goes on")
                        .fault(OrderFaults.atMost(0, Which.exit(1)))
                        .fault(OrderFaults.rejectCancels(1, Which.exit(1)))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                exit(
                                "REPLACE-INSUFFICIENT-QTY",
                                "the broker still counts the order that was replaced: refused, and sent again a second later")
                        .fault(OrderFaults.atMost(0, Which.exit(1)))
                        .fault(
                                RequestFaults.refuse(
                                        3,
                                        INSUFFICIENT_QUANTITY.says(
                                                "insufficient qty available for order")))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 403/40310000: insufficient qty available for order
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    WARNING the close of ALFA261210C00100000 under STOP_LOSS was refused 1 times: INSUFFICIENT_QUANTITY: refused 403/40310000: insufficient qty available for order
                                """),
                ladder(
                                "REPLACE-RACE-FILL",
                                "all fills between the cancel and its confirmation: no order follows")
                        .fault(OrderFaults.holdCancels(1, Which.entry(2)))
                        .at("09:41:13", quote(CALL, "2.42", "2.48"))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 FILLED 4 at 2.48
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                ladder(
                                "REPLACE-RACE-FILL-OF-THE-REST",
                                "one of four fills, then the cancel, then two more: the next rung asks for one")
                        .fault(OrderFaults.atMost(1, Which.entry(1)))
                        .fault(OrderFaults.holdCancels(2, Which.entry(1)))
                        .at("09:41:03", quote(CALL, "2.41", "2.47"))
                        .at("09:41:16", quote(CALL, "2.44", "2.50"))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 3 at 2.47
                                order    large buy 1 ALFA261210C00100000 @2.49 CANCELED 0
                                order    large buy 1 ALFA261210C00100000 @2.5 FILLED 1 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                exit(
                                "REPLACE-RACE-FILL-ON-EXIT",
                                "a close fills between cancel and confirmation: no second sale (incident 8)")
                        .fault(OrderFaults.atMost(0, Which.untilCancelled(Which.exit(1))))
                        .fault(OrderFaults.holdCancels(2, Which.exit(1)))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                entry(
                                "REPLACE-NEGATIVE-PRICE",
                                "nobody bids: one tick is offered, nothing at zero or below, and it fills when somebody comes (incident 11)")
                        .at("09:42:00", quote(CALL, "0.00", "0.05"))
                        .at("09:43:30", quote(CALL, "0.03", "0.05"))
                        .ends(
                                "09:44:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @0.01 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @0.03 FILLED 4 at 0.03
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -988.39476
                                alert    CRITICAL today's profit and loss is -988.39476, limit -500.00: everything is closed
                                trading  large REDUCING: DAILY_LOSS 2026-11-19
                                """),
                entry(
                                "REPLACE-NEGATIVE-PRICE-OF-A-PENNY",
                                "the bid is one tick, and the ladder ends there")
                        .at("09:42:00", quote(CALL, "0.01", "0.02"))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @0.01 FILLED 4 at 0.01
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -996.39476
                                alert    CRITICAL today's profit and loss is -996.39476, limit -500.00: everything is closed
                                trading  large REDUCING: DAILY_LOSS 2026-11-19
                                """),
                ladder(
                                "CANCEL-UNKNOWN",
                                "the broker does not know the order that shall be cancelled, once: it is asked again")
                        .fault(RequestFaults.request(Request.CANCEL, 1, RequestFault.UNKNOWN))
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
                                "CANCEL-UNKNOWN-FOR-A-WHILE",
                                "it does not know it for a quarter of a minute")
                        .fault(
                                RequestFaults.requestsBetween(
                                        Request.CANCEL, 60, 82, RequestFault.UNKNOWN))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA UNFILLED 0/4: the ladder ended
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                """),
                exit("CANCEL-UNKNOWN-ON-EXIT", "the cancel of a close is not known, once")
                        .fault(OrderFaults.atMost(0, Which.exit(1)))
                        .fault(RequestFaults.request(Request.CANCEL, 1, RequestFault.UNKNOWN))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                ladder(
                                "CANCEL-UNKNOWN-ANSWER-LOST",
                                "the cancel is done, and its answer never comes")
                        .fault(RequestFaults.answer(Request.CANCEL, 1, AnswerFault.CUT))
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
                                "CANCEL-UNKNOWN-ON-THE-WAY",
                                "the cancel never arrives, and works on until it does")
                        .fault(RequestFaults.request(Request.CANCEL, 1, RequestFault.CUT))
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
                                "CANCEL-UNKNOWN-SENT-TWICE",
                                "the edge repeats the cancel and tells of the second, which came too late")
                        .fault(RequestFaults.requests(Request.CANCEL, 1, 4, RequestFault.TWICE))
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
                Scenario.named(
                                "DAY-ORDER-EXPIRED-AT-CLOSE",
                                "the offer of one tick rests to the close and expires: the position stays, and is judged anew")
                        .listing(Given::tight)
                        .at("15:44:02", signal(ALFA, Action.BUY_CALL))
                        .from("15:43:00")
                        .at("15:58:30", quote(CALL, "0.00", "0.05"))
                        .ends(
                                "16:01:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @0.01 EXPIRED 0: ended at the broker: EXPIRED
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                Scenario.named(
                                "DAY-ORDER-EXPIRED-AT-CLOSE-WITH-ITS-CANCEL",
                                "the cancel of an entry hangs to the close, which ends it: nothing is bought")
                        .from("15:43:00")
                        .fault(OrderFaults.holdCancels(Which.entry(1)))
                        .at("15:44:02", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "16:01:00",
                                """
                                signal   large ALFA UNFILLED 0/4: ended at the broker: EXPIRED
                                order    large buy 4 ALFA261210C00100000 @2.47 EXPIRED 0: ended at the broker: EXPIRED
                                alert    CRITICAL the cancel of large:ALFA:29918683:CALL:1 is not confirmed (the broker took it); asked again until it is
                                """));
    }
}
