package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Acts.outside;
import static io.opspipeline.reliability.scenario.Acts.price;
import static io.opspipeline.reliability.scenario.Acts.quote;
import static io.opspipeline.reliability.scenario.Acts.silence;
import static io.opspipeline.reliability.scenario.BrokerActs.assign;
import static io.opspipeline.reliability.scenario.BrokerActs.doNotExercise;
import static io.opspipeline.reliability.scenario.BrokerActs.exercise;
import static io.opspipeline.reliability.scenario.ByHand.spread;
import static io.opspipeline.reliability.scenario.ByHand.trade;
import static io.opspipeline.reliability.scenario.Given.ALFA;
import static io.opspipeline.reliability.scenario.Given.CALL;
import static io.opspipeline.reliability.scenario.Given.DAY_CALL;
import static io.opspipeline.reliability.scenario.Given.LARGE_ID;
import static io.opspipeline.reliability.scenario.Given.entry;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.fault.RequestFaults;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import io.opspipeline.exchange.venue.Expiries;
import io.opspipeline.exchange.venue.OpeningAccount;
import io.opspipeline.local.day.LocalAccount;
import java.time.Duration;
import java.util.List;

/// What becomes of positions at the broker without an order of ours.
final class SettlementScenarios {

    private SettlementScenarios() {}

    private static final Expiries SHARES = new Expiries(Duration.ZERO, Expiries.Kind.SHARES, false);
    private static final Expiries TOLD_TOMORROW =
            new Expiries(Duration.ZERO, Expiries.Kind.SHARES, true);

    private static final OccSymbol PUT = OccSymbol.parse("ALFA261210P00100000");
    private static final OccSymbol HIGHER_CALL = OccSymbol.parse("ALFA261210C00105000");
    private static final OccSymbol LOWER_PUT = OccSymbol.parse("ALFA261210P00095000");

    /// `large` with spreads allowed by the broker.
    private static final List<LocalAccount> LEVEL_THREE =
            Given.LARGE.stream()
                    .map(each -> {
                        OpeningAccount opening = each.opening();
                        return new LocalAccount(
                                each.registered(),
                                new OpeningAccount(
                                        opening.id(),
                                        opening.number(),
                                        opening.keyId(),
                                        opening.secret(),
                                        opening.cash(),
                                        3));
                    })
                    .toList();

    private static void puts(ScriptedMarket market) {
        market.stock(ALFA, "100").contract(PUT, "2.49", "2.50").contract(LOWER_PUT, "0.99", "1.00");
    }

    private static void calls(ScriptedMarket market) {
        market.stock(ALFA, "100")
                .contract(CALL, "2.49", "2.50")
                .contract(HIGHER_CALL, "0.99", "1.00");
    }

    private static void expiring(ScriptedMarket market) {
        market.stock(ALFA, "100").contract(DAY_CALL, "0.99", "1.00");
    }

    /// The swing account holds one call that expires today; it was bought by hand at 15:54:30, and
    /// then it was halted.
    private static Scenario.Script closing(String name, String story) {
        return Scenario.named(name, story)
                .from("15:54:00")
                .listing(SettlementScenarios::expiring)
                .at("15:54:30", outside(LARGE_ID, Side.BUY, 1, DAY_CALL))
                .at("15:54:31", silence(DAY_CALL.toString()));
    }

    static List<Scenario> all() {
        return List.of(
                Scenario.named(
                                "EARLY-ASSIGNMENT",
                                "the short put of a spread that somebody made by hand is assigned early: the short is told, its shares are adopted")
                        .with(LEVEL_THREE)
                        .listing(SettlementScenarios::puts)
                        .at("09:40:20", spread(LARGE_ID, 1, LOWER_PUT, PUT, "-1.40"))
                        .at("09:43:30", assign(LARGE_ID, PUT, 1))
                        .ends(
                                "09:45:30",
                                """
                                position large ALFA261210P00095000 OPEN 1 of 1
                                position large ALFA OPEN 100 of 100
                                alert    CRITICAL ALFA261210P00100000: the broker holds -1, and nobody here sells short
                                alert    WARNING ALFA261210P00095000: 1 at 1.00 found at the broker and adopted; the exits of SWING apply
                                alert    WARNING ALFA: 100 at 100.00 found at the broker and adopted; the exits of SWING apply
                                """),
                Scenario.named(
                                "EARLY-ASSIGNMENT-CALLS-SHARES-AWAY",
                                "adopted shares are called away by a short call that somebody sold: they end as assigned, at the strike")
                        .with(LEVEL_THREE)
                        .listing(SettlementScenarios::calls)
                        .at("09:40:20", trade(LARGE_ID, Side.BUY, 100, ALFA.symbol()))
                        .at("09:42:00", spread(LARGE_ID, 1, HIGHER_CALL, CALL, "-1.40"))
                        .at("09:43:30", assign(LARGE_ID, CALL, 1))
                        .ends(
                                "09:45:30",
                                """
                                position large ALFA ASSIGNED 100 of 100, ASSIGNED 100, the broker's history says -2
                                position large ALFA261210C00105000 OPEN 1 of 1
                                alert    WARNING ALFA: 100 at 100.02 found at the broker and adopted; the exits of SWING apply
                                alert    WARNING order by hand 2026-11-19T14:40:20Z at the broker is not ours
                                alert    CRITICAL ALFA261210C00100000: the broker holds -1, and nobody here sells short
                                alert    WARNING ALFA261210C00105000: 1 at 1.00 found at the broker and adopted; the exits of SWING apply
                                alert    WARNING ALFA ended as ASSIGNED: ASSIGNED 100, the broker's history says
                                """),
                entry(
                                "EARLY-EXERCISE",
                                "somebody exercises a call that is held: it ends as exercised, and its shares are adopted")
                        .at("09:42:00", price(ALFA, "102.00"))
                        .at("09:42:30", exercise(LARGE_ID, CALL))
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 EXERCISED 4 of 4, EXERCISED 4, the broker's history says -200.1918
                                position large ALFA OPEN 400 of 400
                                alert    WARNING ALFA261210C00100000 ended as EXERCISED: EXERCISED 4, the broker's history says
                                alert    WARNING ALFA: 400 at 100.00 found at the broker and adopted; the exits of SWING apply
                                """),
                entry(
                                "EARLY-EXERCISE-TOLD-NEXT-DAY",
                                "the history tells of an exercise only tomorrow: the call ends without a result after three looks")
                        .expiring(TOLD_TOMORROW)
                        .at("09:42:00", price(ALFA, "102.00"))
                        .at("09:42:30", exercise(LARGE_ID, CALL))
                        .ends(
                                "09:46:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 RECONCILED 4 of 4, the broker no longer holds it and neither a fill nor its history tells why
                                position large ALFA OPEN 400 of 400
                                alert    WARNING ALFA: 400 at 100.00 found at the broker and adopted; the exits of SWING apply
                                alert    WARNING ALFA261210C00100000 ended as RECONCILED: the broker no longer holds it and neither a fill nor its history tells why
                                """),
                closing(
                                "AUTO-EXERCISE-SHARES-APPEAR",
                                "a call is exercised at the close: it ends as exercised, and its shares are adopted")
                        .expiring(SHARES)
                        .at("15:58:00", price(ALFA, "103.00"))
                        .ends(
                                "16:02:30",
                                """
                                position large ALFA261119C00100000 EXERCISED 1 of 1, EXERCISED 1, the broker's history says 200
                                position large ALFA OPEN 100 of 100
                                alert    CRITICAL 1 of ALFA261119C00100000 are still held on their expiry day; exercise takes 10000.00, which the account has
                                alert    WARNING ALFA261119C00100000: 1 at 1.00 found at the broker and adopted; the exits of SWING apply
                                alert    WARNING order by hand 2026-11-19T20:54:30Z at the broker is not ours
                                alert    CRITICAL ALFA261119C00100000 has had no usable quote since 2026-11-19T20:55:00Z
                                alert    WARNING ALFA261119C00100000 ended as EXERCISED: EXERCISED 1, the broker's history says
                                alert    WARNING ALFA: 100 at 100.00 found at the broker and adopted; the exits of SWING apply
                                """),
                closing(
                                "DO-NOT-EXERCISE-BY-HAND",
                                "somebody tells the broker not to exercise a call in the money: it ends as expired, as the history says")
                        .expiring(SHARES)
                        .at("15:55:30", doNotExercise(LARGE_ID, DAY_CALL))
                        .at("15:58:00", price(ALFA, "103.00"))
                        .ends(
                                "16:02:30",
                                """
                                position large ALFA261119C00100000 EXPIRED 1 of 1, EXPIRED 1, the broker's history says -100
                                alert    CRITICAL 1 of ALFA261119C00100000 are still held on their expiry day; exercise takes 10000.00, which the account has
                                alert    WARNING ALFA261119C00100000: 1 at 1.00 found at the broker and adopted; the exits of SWING apply
                                alert    WARNING order by hand 2026-11-19T20:54:30Z at the broker is not ours
                                alert    CRITICAL ALFA261119C00100000 has had no usable quote since 2026-11-19T20:55:00Z
                                alert    WARNING ALFA261119C00100000 ended as EXPIRED: EXPIRED 1, the broker's history says
                                """),
                entry(
                                "SOLD-BY-HAND",
                                "somebody sells a position at the broker: it is closed at his price, with its result (incident 25)")
                        .at("09:42:00", quote(CALL, "2.60", "2.61"))
                        .at("09:42:30", outside(LARGE_ID, Side.SELL, 4, CALL))
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 CLOSED 0 of 4, BY_HAND 39.60524
                                alert    WARNING ALFA261210C00100000: SELL 4 at 2.60 at the broker, not by us
                                alert    WARNING order by hand 2026-11-19T14:42:30Z at the broker is not ours
                                """),
                entry(
                                "SOLD-BY-HAND-IN-PARTS",
                                "somebody sells a part of a position and later the rest: both are booked once")
                        .at("09:42:30", outside(LARGE_ID, Side.SELL, 1, CALL))
                        .at("09:44:30", outside(LARGE_ID, Side.SELL, 3, CALL))
                        .ends(
                                "09:46:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 CLOSED 0 of 4, BY_HAND -4.39476
                                alert    WARNING ALFA261210C00100000: SELL 1 at 2.49 at the broker, not by us
                                alert    WARNING order by hand 2026-11-19T14:42:30Z at the broker is not ours
                                alert    WARNING ALFA261210C00100000: SELL 3 at 2.49 at the broker, not by us
                                alert    WARNING order by hand 2026-11-19T14:44:30Z at the broker is not ours
                                """),
                entry(
                                "SOLD-BY-HAND-THEN-STOP",
                                "somebody sells a part of a position: the stop sells what is left and no more (incident 8)")
                        .at("09:42:30", outside(LARGE_ID, Side.SELL, 1, CALL))
                        .at("09:44:00", quote(CALL, "1.70", "1.71"))
                        .ends(
                                "09:45:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 3 ALFA261210C00100000 @1.7 FILLED 3 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -241.39476
                                alert    WARNING ALFA261210C00100000: SELL 1 at 2.49 at the broker, not by us
                                alert    WARNING order by hand 2026-11-19T14:42:30Z at the broker is not ours
                                """),
                entry(
                                "BOUGHT-BY-HAND",
                                "somebody buys more of what is held: it is watched with the rest")
                        .at("09:42:30", outside(LARGE_ID, Side.BUY, 2, CALL))
                        .at("09:44:00", quote(CALL, "1.70", "1.71"))
                        .ends(
                                "09:45:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 6 ALFA261210C00100000 @1.7 FILLED 6 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 6, STOP_LOSS -480.59214
                                alert    WARNING ALFA261210C00100000: BUY 2 at 2.50 at the broker, not by us
                                alert    WARNING order by hand 2026-11-19T14:42:30Z at the broker is not ours
                                """),
                entry(
                                "HISTORY-UNREADABLE",
                                "a position is sold by hand while the history cannot be read: it is not ended as unknown, and closed when it can")
                        .fault(
                                RequestFaults.bodyBetween(
                                        "/v2/account/activities", 140, 400, _ -> "?"))
                        .at("09:42:30", outside(LARGE_ID, Side.SELL, 4, CALL))
                        .ends(
                                "09:48:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 CLOSED 0 of 4, BY_HAND -4.39476
                                alert    WARNING order by hand 2026-11-19T14:42:30Z at the broker is not ours
                                alert    WARNING ALFA261210C00100000: SELL 4 at 2.49 at the broker, not by us
                                """),
                entry(
                                "HISTORY-UNREADABLE-THEN-STOP",
                                "a part is sold by hand while the history cannot be read and the stop sells too much: it is refused, and the rest is sold later")
                        .fault(
                                RequestFaults.bodyBetween(
                                        "/v2/account/activities", 140, 260, _ -> "?"))
                        .at("09:42:30", outside(LARGE_ID, Side.SELL, 1, CALL))
                        .at("09:43:30", quote(CALL, "1.70", "1.71"))
                        .ends(
                                "09:47:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 403/40310000: insufficient qty available for order (requested: 4, available: 3)
                                order    large sell 3 ALFA261210C00100000 @1.7 FILLED 3 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, BY_HAND -241.39476
                                alert    CRITICAL ALFA261210C00100000: the broker holds 3, we hold 4
                                alert    WARNING order by hand 2026-11-19T14:42:30Z at the broker is not ours
                                alert    WARNING the close of ALFA261210C00100000 under STOP_LOSS was refused 1 times: INSUFFICIENT_QUANTITY: refused 403/40310000: insufficient qty available for order (requested: 4, available: 3)
                                alert    CRITICAL the close of ALFA261210C00100000 under STOP_LOSS was refused 3 times: NOT_HELD_AT_BROKER: none of the 1 to sell is held at the broker and free of other orders
                                alert    WARNING ALFA261210C00100000: SELL 1 at 2.49 at the broker, not by us
                                """));
    }
}
