package io.opspipeline.reliability.scenario;

import static io.opspipeline.exchange.venue.RefusalReason.ACCOUNT_SUSPENDED;
import static io.opspipeline.exchange.venue.RefusalReason.INSUFFICIENT_BUYING_POWER;
import static io.opspipeline.exchange.venue.RefusalReason.LEVEL_TOO_LOW;
import static io.opspipeline.exchange.venue.RefusalReason.UNCOVERED;
import static io.opspipeline.exchange.venue.RefusalReason.WASH_TRADE;
import static io.opspipeline.reliability.scenario.Acts.quote;
import static io.opspipeline.reliability.scenario.ByHand.cancelOwn;
import static io.opspipeline.reliability.scenario.ByHand.offer;
import static io.opspipeline.reliability.scenario.ByHand.trade;
import static io.opspipeline.reliability.scenario.Given.CALL;
import static io.opspipeline.reliability.scenario.Given.LARGE_ID;
import static io.opspipeline.reliability.scenario.Given.entry;
import static io.opspipeline.reliability.scenario.Given.exit;
import static io.opspipeline.reliability.scenario.Given.ladder;

import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.fault.OrderFaults;
import io.opspipeline.exchange.fault.RequestFaults;
import java.util.List;

/// What goes wrong when the broker refuses an order.
final class SubmitRefusalScenarios {

    private SubmitRefusalScenarios() {}

    static List<Scenario> all() {
        return List.of(
                entry(
                                "422-WASH-TRADE",
                                "the broker sees a wash trade in an entry: an answer, and the end of it")
                        .fault(
                                RequestFaults.refuse(
                                        1,
                                        WASH_TRADE.says(
                                                "potential wash trade detected. use complex orders")))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA REJECTED 0/4: refused 403/40310000: potential wash trade detected. use complex orders
                                order    large buy 4 ALFA261210C00100000 @2.5 REJECTED 0: refused 403/40310000: potential wash trade detected. use complex orders
                                """),
                exit(
                                "422-WASH-TRADE-ON-EXIT",
                                "somebody bids in the same account: the close is refused until the bid is gone")
                        .at("09:41:50", offer(LARGE_ID, Side.BUY, 1, CALL, "1.70"))
                        .at("09:42:30", cancelOwn(LARGE_ID))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 403/40310000: potential wash trade detected. use complex orders
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 403/40310000: potential wash trade detected. use complex orders
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 403/40310000: potential wash trade detected. use complex orders
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 403/40310000: potential wash trade detected. use complex orders
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 403/40310000: potential wash trade detected. use complex orders
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    WARNING order by hand 2026-11-19T14:41:50Z at the broker is not ours
                                alert    WARNING the close of ALFA261210C00100000 under STOP_LOSS was refused 1 times: WASH_TRADE: refused 403/40310000: potential wash trade detected. use complex orders
                                alert    CRITICAL the close of ALFA261210C00100000 under STOP_LOSS was refused 3 times: WASH_TRADE: refused 403/40310000: potential wash trade detected. use complex orders
                                """),
                entry(
                                "403-INSUFFICIENT-OBP",
                                "the money is gone meanwhile: refused, and not retried (incident 9)")
                        .fault(
                                RequestFaults.refuse(
                                        1,
                                        INSUFFICIENT_BUYING_POWER.says(
                                                "insufficient options buying power")))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA REJECTED 0/4: refused 403/40310000: insufficient options buying power
                                order    large buy 4 ALFA261210C00100000 @2.5 REJECTED 0: refused 403/40310000: insufficient options buying power
                                """),
                ladder(
                                "403-INSUFFICIENT-OBP-ON-A-RUNG",
                                "the second rung is refused: the entry ends")
                        .fault(
                                RequestFaults.refuse(
                                        2,
                                        INSUFFICIENT_BUYING_POWER.says(
                                                "insufficient options buying power")))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA REJECTED 0/4: refused 403/40310000: insufficient options buying power
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 REJECTED 0: refused 403/40310000: insufficient options buying power
                                """),
                ladder(
                                "403-INSUFFICIENT-OBP-AFTER-A-PART",
                                "one contract is bought and the next rung refused: one is held and watched")
                        .fault(OrderFaults.atMost(1, Which.entry(1)))
                        .at("09:41:03", quote(CALL, "2.41", "2.47"))
                        .fault(
                                RequestFaults.refuse(
                                        2,
                                        INSUFFICIENT_BUYING_POWER.says(
                                                "insufficient options buying power")))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA PARTIAL 1/4: refused 403/40310000: insufficient options buying power
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 1 at 2.47
                                order    large buy 3 ALFA261210C00100000 @2.45 REJECTED 0: refused 403/40310000: insufficient options buying power
                                position large ALFA261210C00100000 OPEN 1 of 1
                                """),
                exit(
                                "403-UNCOVERED-INTENT",
                                "a close is taken for a short, once: it is sent again (incidents 8, 9)")
                        .fault(
                                RequestFaults.refuse(
                                        2,
                                        UNCOVERED.says(
                                                "account not eligible to trade uncovered option contracts")))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 403/40310000: account not eligible to trade uncovered option contracts
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    WARNING the close of ALFA261210C00100000 under STOP_LOSS was refused 1 times: UNCOVERED_OPTION: refused 403/40310000: account not eligible to trade uncovered option contracts
                                """),
                exit(
                                "403-UNCOVERED-INTENT-AND-NOTHING-HELD",
                                "what shall be closed was sold by hand: no short is opened, and the position ends by that sale (incidents 8, 25)")
                        .at("09:42:01", trade(LARGE_ID, Side.SELL, 4, CALL.toString()))
                        .ends(
                                "09:45:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 422/42210000: position intent mismatch, inferred: sell_to_open, specified: sell_to_close
                                position large ALFA261210C00100000 CLOSED 0 of 4, BY_HAND -320.39476
                                alert    WARNING the close of ALFA261210C00100000 under STOP_LOSS was refused 1 times: INTENT_MISMATCH: refused 422/42210000: position intent mismatch, inferred: sell_to_open, specified: sell_to_close
                                alert    CRITICAL the close of ALFA261210C00100000 under STOP_LOSS was refused 3 times: NOT_HELD_AT_BROKER: none of the 4 to sell is held at the broker and free of other orders
                                alert    WARNING ALFA261210C00100000: SELL 4 at 1.70 at the broker, not by us
                                alert    WARNING order by hand 2026-11-19T14:42:01Z at the broker is not ours
                                """),
                entry("403-LEVEL-TOO-LOW", "the broker refuses for the account's level")
                        .fault(
                                RequestFaults.refuse(
                                        1,
                                        LEVEL_TOO_LOW.says(
                                                "account not eligible for level2 options trading")))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA REJECTED 0/4: refused 403/40310000: account not eligible for level2 options trading
                                order    large buy 4 ALFA261210C00100000 @2.5 REJECTED 0: refused 403/40310000: account not eligible for level2 options trading
                                alert    CRITICAL large makes no entries until it is resumed. The options level of the account does not allow the order; long options need level 2. Raise the level at the broker, then `resume`. (LEVEL_TOO_LOW: refused 403/40310000: account not eligible for level2 options trading)
                                trading  large REDUCING: LEVEL_TOO_LOW: refused 403/40310000: account not eligible for level2 options trading
                                """),
                entry(
                                "403-LEVEL-TOO-LOW-AND-SHOWN",
                                "the account says itself that its level is 1: the gate blocks, nothing is sent")
                        .with(Given.LEVEL_ONE)
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA SKIPPED: ACCOUNT_STATUS
                                """),
                entry("403-USER-SUSPENDED", "the person has suspended trading at the broker")
                        .fault(
                                RequestFaults.refuse(
                                        1,
                                        ACCOUNT_SUSPENDED.says(
                                                "new orders are rejected by user request")))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA REJECTED 0/4: refused 403/40310000: new orders are rejected by user request
                                order    large buy 4 ALFA261210C00100000 @2.5 REJECTED 0: refused 403/40310000: new orders are rejected by user request
                                alert    CRITICAL large makes no entries until it is resumed. New orders are switched off by the account's own setting. Allow trading in the broker's dashboard, then `resume`. (USER_SUSPENDED: refused 403/40310000: new orders are rejected by user request)
                                trading  large REDUCING: USER_SUSPENDED: refused 403/40310000: new orders are rejected by user request
                                """),
                exit(
                                "403-USER-SUSPENDED-ON-EXIT",
                                "closes are refused until trading is allowed again: each later than the last, with an alarm")
                        .fault(
                                RequestFaults.refuse(
                                        2,
                                        3,
                                        ACCOUNT_SUSPENDED.says(
                                                "new orders are rejected by user request")))
                        .ends(
                                "09:46:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 403/40310000: new orders are rejected by user request
                                order    large sell 4 ALFA261210C00100000 market REJECTED 0: refused 403/40310000: new orders are rejected by user request
                                order    large sell 4 ALFA261210C00100000 market FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    CRITICAL the close of ALFA261210C00100000 was refused. New orders are switched off by the account's own setting. Allow trading in the broker's dashboard, then `resume`. (USER_SUSPENDED: refused 403/40310000: new orders are rejected by user request)
                                alert    WARNING the close of ALFA261210C00100000 under STOP_LOSS was refused 1 times: USER_SUSPENDED: refused 403/40310000: new orders are rejected by user request
                                trading  large REDUCING: USER_SUSPENDED: refused 403/40310000: new orders are rejected by user request
                                """));
    }
}
