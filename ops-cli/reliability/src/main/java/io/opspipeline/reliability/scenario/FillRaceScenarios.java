package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Acts.outside;
import static io.opspipeline.reliability.scenario.Acts.quote;
import static io.opspipeline.reliability.scenario.ByHand.spread;
import static io.opspipeline.reliability.scenario.Given.CALL;
import static io.opspipeline.reliability.scenario.Given.LARGE_ID;
import static io.opspipeline.reliability.scenario.Given.SPREAD_LONG;
import static io.opspipeline.reliability.scenario.Given.SPREAD_SHORT;
import static io.opspipeline.reliability.scenario.Given.entry;
import static io.opspipeline.reliability.scenario.Given.exit;
import static io.opspipeline.reliability.scenario.Given.ladder;
import static io.opspipeline.reliability.scenario.Which.told;

import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.fault.EventFaults;
import io.opspipeline.exchange.fault.OrderFaults;
import io.opspipeline.exchange.venue.EventKind;
import io.opspipeline.exchange.venue.Faults.EventFault;
import java.util.List;

/// What goes wrong when fills come out of order, too late or too many.
final class FillRaceScenarios {

    private FillRaceScenarios() {}

    static List<Scenario> all() {
        return List.of(
                entry(
                                "OUT-OF-ORDER-FILLS",
                                "a part is told after the fill that completes the order")
                        .fault(OrderFaults.atMost(2, _ -> true))
                        .fault(EventFaults.events(told(EventKind.PARTIAL_FILL), EventFault.LATE))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                exit("OUT-OF-ORDER-FILLS-ON-EXIT", "the same for parts of a close")
                        .fault(OrderFaults.atMost(2, Which.exit(1)))
                        .fault(EventFaults.events(told(EventKind.PARTIAL_FILL), EventFault.LATE))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 2 at 1.7
                                order    large sell 2 ALFA261210C00100000 @1.7 FILLED 2 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                ladder(
                                "OUT-OF-ORDER-FILLS-AND-ENDS",
                                "orders are told as new after they were told as cancelled")
                        .fault(
                                EventFaults.events(
                                        told(EventKind.NEW, EventKind.PENDING_CANCEL),
                                        EventFault.LATE))
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
                                "FILL-AFTER-CANCEL-SENT",
                                "the cancel is taken and the order fills: nothing is sent after it (incident 15)")
                        .fault(OrderFaults.holdCancels(3, Which.entry(1)))
                        .at("09:41:09", quote(CALL, "2.41", "2.47"))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 FILLED 4 at 2.47
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                ladder(
                                "FILL-AFTER-CANCEL-SENT-IN-PART",
                                "one fills while the cancel is pending: the next rung asks for three")
                        .fault(OrderFaults.holdCancels(2, Which.entry(1)))
                        .fault(OrderFaults.atMost(1, Which.entry(1)))
                        .fault(OrderFaults.atMost(0, Which.begun(Which.entry(1))))
                        .at("09:41:09", quote(CALL, "2.41", "2.47"))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 1 at 2.47
                                order    large buy 3 ALFA261210C00100000 @2.46 CANCELED 0
                                order    large buy 3 ALFA261210C00100000 @2.47 FILLED 3 at 2.47
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                exit(
                                "FILL-AFTER-CANCEL-SENT-ON-EXIT",
                                "a close fills while it is being replaced: it is sold once")
                        .fault(OrderFaults.atMost(1, Which.exit(1)))
                        .fault(OrderFaults.holdCancels(4, Which.exit(1)))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                entry(
                                "OVERFILL",
                                "five come where four were ordered: the broker is right, five are held, and a person is told")
                        .fault(OrderFaults.overfill(1, Which.entry(1)))
                        .at("09:42:00", quote(CALL, "1.70", "1.71"))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 5/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 5 at 2.5
                                order    large sell 5 ALFA261210C00100000 @1.7 FILLED 5 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 5, STOP_LOSS -400.49345
                                alert    CRITICAL large:ALFA:29918320:CALL:1 asked for 4 and was filled 5
                                """),
                entry("OVERFILL-IN-PARTS", "the last part brings one too many")
                        .fault(OrderFaults.atMost(2, _ -> true))
                        .fault(OrderFaults.overfill(1, Which.entry(1)))
                        .ends(
                                "09:42:30",
                                """
                                signal   large ALFA FILLED 5/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 5 at 2.5
                                position large ALFA261210C00100000 OPEN 5 of 5
                                alert    CRITICAL large:ALFA:29918320:CALL:1 asked for 4 and was filled 5
                                """),
                exit(
                                "OVERFILL-ON-EXIT",
                                "a close sells five of four: four end the position, of the fifth a person is told, and every other position is compared on")
                        .fault(OrderFaults.overfill(1, Which.exit(1)))
                        .at("09:42:30", outside(LARGE_ID, Side.BUY, 1, SPREAD_LONG))
                        .listing(Given::spreads)
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 5 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                position large ALFA261211C00103000 OPEN 1 of 1
                                alert    CRITICAL large:ALFA261210C00100000:1795099262:STOP_LOSS:1 asked for 4 and was filled 5
                                alert    CRITICAL large:ALFA261210C00100000:1795099262:STOP_LOSS:1 sold 1 of ALFA261210C00100000 that were not held: look at the broker whether they are short
                                alert    CRITICAL ALFA261210C00100000: the broker holds -1, and nobody here sells short
                                alert    WARNING ALFA261211C00103000: 1 at 1.52 found at the broker and adopted; the exits of SWING apply
                                alert    WARNING order by hand 2026-11-19T14:42:30Z at the broker is not ours
                                """),
                exit(
                                "MLEG-PARTIAL-UNITS",
                                "a spread that a person trades fills one unit of two: our trades go on; its long leg is adopted, of its short one a person is told")
                        .with(Given.LEVEL_THREE)
                        .listing(Given::spreads)
                        .fault(OrderFaults.atMostUnits(1))
                        .at("09:41:30", spread(LARGE_ID, 2, SPREAD_LONG, SPREAD_SHORT, "1.02"))
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                position large ALFA261211C00103000 OPEN 1 of 1
                                alert    CRITICAL ALFA261211C00105000: the broker holds -1, and nobody here sells short
                                alert    WARNING ALFA261211C00103000: 1 at 1.52 found at the broker and adopted; the exits of SWING apply
                                """));
    }
}
