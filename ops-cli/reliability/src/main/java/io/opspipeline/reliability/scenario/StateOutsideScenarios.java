package io.opspipeline.reliability.scenario;

import static io.opspipeline.exchange.venue.RefusalReason.INSUFFICIENT_BUYING_POWER;
import static io.opspipeline.reliability.scenario.Acts.change;
import static io.opspipeline.reliability.scenario.Acts.killOldest;
import static io.opspipeline.reliability.scenario.Acts.quote;
import static io.opspipeline.reliability.scenario.Acts.signal;
import static io.opspipeline.reliability.scenario.Acts.start;
import static io.opspipeline.reliability.scenario.ByHand.cancelOurs;
import static io.opspipeline.reliability.scenario.ByHand.offer;
import static io.opspipeline.reliability.scenario.ByHand.trade;
import static io.opspipeline.reliability.scenario.Given.ALFA;
import static io.opspipeline.reliability.scenario.Given.CALL;
import static io.opspipeline.reliability.scenario.Given.DAY_CALL;
import static io.opspipeline.reliability.scenario.Given.LARGE_ID;
import static io.opspipeline.reliability.scenario.Given.SPREAD_LONG;
import static io.opspipeline.reliability.scenario.Given.entry;
import static io.opspipeline.reliability.scenario.Given.exit;
import static io.opspipeline.reliability.scenario.Given.ladder;

import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.exchange.fault.OrderFaults;
import io.opspipeline.exchange.fault.RequestFaults;
import io.opspipeline.reliability.world.Role;
import java.util.List;

/// What goes wrong when others trade in the same account, or run the same service.
final class StateOutsideScenarios {

    private StateOutsideScenarios() {}

    static List<Scenario> all() {
        return List.of(
                entry(
                                "MANUAL-CLOSE-AT-BROKER",
                                "a person sells all at the broker: the position ends by that sale, at its price (incident 25)")
                        .at("09:41:30", trade(LARGE_ID, Side.SELL, 4, CALL.toString()))
                        .ends(
                                "09:45:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 CLOSED 0 of 4, BY_HAND -4.39476
                                alert    WARNING ALFA261210C00100000: SELL 4 at 2.49 at the broker, not by us
                                alert    WARNING order by hand 2026-11-19T14:41:30Z at the broker is not ours
                                """),
                exit(
                                "MANUAL-CLOSE-AT-BROKER-OF-A-CLOSE",
                                "a person cancels our close and sells by hand")
                        .fault(OrderFaults.atMost(0, Which.exits(3)))
                        .at("09:42:12", cancelOurs(LARGE_ID))
                        .at("09:42:12", trade(LARGE_ID, Side.SELL, 4, CALL.toString()))
                        .ends(
                                "09:46:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 422/42210000: position intent mismatch, inferred: sell_to_open, specified: sell_to_close
                                position large ALFA261210C00100000 CLOSED 0 of 4, BY_HAND -320.39476
                                alert    WARNING the close of ALFA261210C00100000 under STOP_LOSS was refused 1 times: CANCELED_AT_BROKER: CANCELED by the broker
                                alert    CRITICAL the close of ALFA261210C00100000 under STOP_LOSS was refused 3 times: NOT_HELD_AT_BROKER: none of the 4 to sell is held at the broker and free of other orders
                                alert    WARNING ALFA261210C00100000: SELL 4 at 1.70 at the broker, not by us
                                alert    WARNING order by hand 2026-11-19T14:42:12Z at the broker is not ours
                                """),
                entry(
                                "EXTERNAL-ORDER",
                                "a person buys another contract: it is adopted, and the exits of the account apply")
                        .listing(Given::spreads)
                        .at("09:41:30", trade(LARGE_ID, Side.BUY, 1, SPREAD_LONG.toString()))
                        .at("09:42:30", quote(SPREAD_LONG, "1.00", "1.01"))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 1 ALFA261211C00103000 @1 FILLED 1 at 1
                                position large ALFA261210C00100000 OPEN 4 of 4
                                position large ALFA261211C00103000 CLOSED 0 of 1, STOP_LOSS -52.05074
                                alert    WARNING ALFA261211C00103000: 1 at 1.52 found at the broker and adopted; the exits of SWING apply
                                alert    WARNING order by hand 2026-11-19T14:41:30Z at the broker is not ours
                                """),
                ladder(
                                "EXTERNAL-ORDER-THAT-RESTS",
                                "a person has an order at the broker that never fills: it is told of, and left alone")
                        .at("09:41:00", offer(LARGE_ID, Side.BUY, 1, CALL, "1.00"))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.49 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                alert    WARNING order by hand 2026-11-19T14:41:00Z at the broker is not ours
                                """),
                exit(
                                "EXTERNAL-ORDER-CANCELS-OURS",
                                "a person cancels our close at the broker: it is sent again")
                        .fault(OrderFaults.atMost(0, Which.exits(3)))
                        .at("09:42:12", cancelOurs(LARGE_ID))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    WARNING the close of ALFA261210C00100000 under STOP_LOSS was refused 1 times: CANCELED_AT_BROKER: CANCELED by the broker
                                """),
                ladder(
                                "EXTERNAL-ORDER-CANCELS-AN-ENTRY",
                                "a person cancels our entry at the broker: it ends, and is not sent again")
                        .at("09:41:09", cancelOurs(LARGE_ID))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA UNFILLED 0/4: ended at the broker: CANCELED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                order    large buy 4 ALFA261210C00100000 @2.48 CANCELED 0
                                """),
                ladder(
                                "TWO-INSTANCES-ACTIVE",
                                "two dispatchers run: one owns the account, one order at a time (incident 73)")
                        .at("09:40:30", start(Role.DISPATCHER))
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
                                "TWO-INSTANCES-ACTIVE-OF-ALL",
                                "every service runs twice: one entry, one position, one exit (incidents 26, 73)")
                        .at("09:40:30", start(Role.DISPATCHER))
                        .at("09:40:30", start(Role.TRADE_STREAM))
                        .at("09:40:30", start(Role.POSITION_MANAGER))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                ladder(
                                "TWO-INSTANCES-ACTIVE-AND-ONE-DIES",
                                "the owner dies on its ladder: the other winds its order up")
                        .at("09:40:30", start(Role.DISPATCHER))
                        .at("09:41:06", killOldest(Role.DISPATCHER))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA UNFILLED 0/4: wound up after a restart
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
                                """),
                exit(
                                "TWO-INSTANCES-ACTIVE-AND-ONE-DIES-ON-EXIT",
                                "the owner dies over a close: the other takes it up")
                        .at("09:40:30", start(Role.POSITION_MANAGER))
                        .fault(OrderFaults.atMost(0, Which.exits(3)))
                        .at("09:42:12", killOldest(Role.POSITION_MANAGER))
                        .ends(
                                "09:44:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                exit(
                                "TWO-INSTANCES-ACTIVE-AND-THE-STREAM-DIES",
                                "the owner of the stream dies before a close: the other hears of it")
                        .at("09:40:30", start(Role.TRADE_STREAM))
                        .at("09:41:50", killOldest(Role.TRADE_STREAM))
                        .ends(
                                "09:44:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                Scenario.named(
                                "TWO-ACCOUNTS",
                                "one signal, two accounts: each has its own disposition, position and exit (incidents 24, 64)")
                        .with(Given.BOTH)
                        .listing(Given::forBoth)
                        .at("09:45:02", signal(ALFA, Action.BUY_CALL))
                        .at("09:46:00", quote(DAY_CALL, "0.60", "0.61"))
                        .ends(
                                "09:47:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                signal   tiny ALFA FILLED 2/2: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    tiny buy 2 ALFA261119C00100000 @1 FILLED 2 at 1
                                order    tiny sell 2 ALFA261119C00100000 @0.6 FILLED 2 at 0.6
                                position large ALFA261210C00100000 OPEN 4 of 4
                                position tiny ALFA261119C00100000 CLOSED 0 of 2, STOP_LOSS -80.19738
                                """),
                Scenario.named(
                                "TWO-ACCOUNTS-ONE-REFUSED",
                                "one account is refused, the other is not concerned (incident 64)")
                        .with(Given.BOTH)
                        .listing(Given::forBoth)
                        .at("09:45:02", signal(ALFA, Action.BUY_CALL))
                        .fault(
                                RequestFaults.refuse(
                                        1,
                                        INSUFFICIENT_BUYING_POWER.says(
                                                "insufficient options buying power")))
                        .ends(
                                "09:46:30",
                                """
                                signal   large ALFA REJECTED 0/4: refused 403/40310000: insufficient options buying power
                                signal   tiny ALFA FILLED 2/2: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 REJECTED 0: refused 403/40310000: insufficient options buying power
                                order    tiny buy 2 ALFA261119C00100000 @1 FILLED 2 at 1
                                position tiny ALFA261119C00100000 OPEN 2 of 2
                                """),
                Scenario.named(
                                "TWO-ACCOUNTS-ONE-HALTED",
                                "one account is halted: its signal is skipped, the other enters (incidents 24, 63)")
                        .with(Given.BOTH)
                        .listing(Given::forBoth)
                        .at("09:44:00", change(LARGE_ID, TradingState.HALTED, "by the operator"))
                        .at("09:45:02", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "09:46:30",
                                """
                                signal   large ALFA SKIPPED: TRADING_STATE
                                signal   tiny ALFA FILLED 2/2: FILLED
                                order    tiny buy 2 ALFA261119C00100000 @1 FILLED 2 at 1
                                position tiny ALFA261119C00100000 OPEN 2 of 2
                                trading  large HALTED: by the operator
                                """));
    }
}
