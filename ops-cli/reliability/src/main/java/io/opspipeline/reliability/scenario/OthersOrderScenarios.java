package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Acts.change;
import static io.opspipeline.reliability.scenario.ByHand.cancelOwn;
import static io.opspipeline.reliability.scenario.ByHand.offer;
import static io.opspipeline.reliability.scenario.Given.CALL;
import static io.opspipeline.reliability.scenario.Given.LARGE_ID;
import static io.opspipeline.reliability.scenario.Given.entry;
import static io.opspipeline.reliability.scenario.Given.exit;

import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.fault.OrderFaults;
import java.util.List;

/// A person's own order rests at the broker in what we want to close.
final class OthersOrderScenarios {

    private OthersOrderScenarios() {}

    static List<Scenario> all() {
        return List.of(
                exit(
                                "EXTERNAL-ORDER-SELLS-A-PART",
                                "a person offers one of our four far above: the stop sells the three that are free, and the last once it is")
                        .at("09:41:30", offer(LARGE_ID, Side.SELL, 1, CALL, "9.00"))
                        .at("09:43:00", cancelOwn(LARGE_ID))
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 403/40310000: insufficient qty available for order (requested: 4, available: 3)
                                order    large sell 3 ALFA261210C00100000 @1.7 FILLED 3 at 1.7
                                order    large sell 1 ALFA261210C00100000 market FILLED 1 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    WARNING order by hand 2026-11-19T14:41:30Z at the broker is not ours
                                alert    WARNING the close of ALFA261210C00100000 under STOP_LOSS was refused 1 times: INSUFFICIENT_QUANTITY: refused 403/40310000: insufficient qty available for order (requested: 4, available: 3)
                                alert    CRITICAL the close of ALFA261210C00100000 under STOP_LOSS was refused 3 times: NOT_HELD_AT_BROKER: none of the 1 to sell is held at the broker and free of other orders
                                """),
                exit(
                                "EXTERNAL-ORDER-BIDS-BELOW",
                                "a person bids far below: a market order would be a wash trade, so the stop stays at the bid, and sells")
                        .fault(OrderFaults.atMost(0, Which.exits(5)))
                        .at("09:41:30", offer(LARGE_ID, Side.BUY, 1, CALL, "0.50"))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 market REJECTED 0: refused 403/40310000: potential wash trade detected. use complex orders
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    WARNING order by hand 2026-11-19T14:41:30Z at the broker is not ours
                                alert    WARNING the close of ALFA261210C00100000 under STOP_LOSS was refused 1 times: WASH_TRADE: refused 403/40310000: potential wash trade detected. use complex orders
                                """),
                entry(
                                "EXTERNAL-ORDER-AND-FLATTEN",
                                "the operator has everything closed: a person's order that sells one of the four is cancelled first")
                        .at("09:41:30", offer(LARGE_ID, Side.SELL, 1, CALL, "9.00"))
                        .at(
                                "09:42:00",
                                change(LARGE_ID, TradingState.HALTED, "FLATTEN by the operator"))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @2.49 REJECTED 0: refused 403/40310000: insufficient qty available for order (requested: 4, available: 3)
                                order    large sell 4 ALFA261210C00100000 @2.49 FILLED 4 at 2.49
                                position large ALFA261210C00100000 CLOSED 0 of 4, KILL_SWITCH -4.39476
                                alert    WARNING order by hand 2026-11-19T14:41:30Z at the broker is not ours
                                alert    WARNING order by hand 2026-11-19T14:41:30Z in ALFA261210C00100000 was in the way of KILL_SWITCH and is cancelled
                                alert    WARNING the close of ALFA261210C00100000 under KILL_SWITCH was refused 1 times: INSUFFICIENT_QUANTITY: refused 403/40310000: insufficient qty available for order (requested: 4, available: 3)
                                trading  large HALTED: FLATTEN by the operator
                                """),
                entry(
                                "EXTERNAL-ORDER-BIDS-AND-FLATTEN",
                                "the operator has everything closed: a person's bid at our price is cancelled first")
                        .at("09:41:30", offer(LARGE_ID, Side.BUY, 1, CALL, "2.49"))
                        .at(
                                "09:42:00",
                                change(LARGE_ID, TradingState.HALTED, "FLATTEN by the operator"))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @2.49 REJECTED 0: refused 403/40310000: potential wash trade detected. use complex orders
                                order    large sell 4 ALFA261210C00100000 @2.49 FILLED 4 at 2.49
                                position large ALFA261210C00100000 CLOSED 0 of 4, KILL_SWITCH -4.39476
                                alert    WARNING order by hand 2026-11-19T14:41:30Z at the broker is not ours
                                alert    WARNING order by hand 2026-11-19T14:41:30Z in ALFA261210C00100000 was in the way of KILL_SWITCH and is cancelled
                                alert    WARNING the close of ALFA261210C00100000 under KILL_SWITCH was refused 1 times: WASH_TRADE: refused 403/40310000: potential wash trade detected. use complex orders
                                trading  large HALTED: FLATTEN by the operator
                                """));
    }
}
