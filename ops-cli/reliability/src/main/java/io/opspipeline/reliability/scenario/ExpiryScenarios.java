package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Acts.outside;
import static io.opspipeline.reliability.scenario.Acts.price;
import static io.opspipeline.reliability.scenario.Acts.quote;
import static io.opspipeline.reliability.scenario.Acts.resumeTrading;
import static io.opspipeline.reliability.scenario.Acts.signal;
import static io.opspipeline.reliability.scenario.Given.ALFA;
import static io.opspipeline.reliability.scenario.Given.CALL;
import static io.opspipeline.reliability.scenario.Given.DAY_CALL;
import static io.opspipeline.reliability.scenario.Given.LARGE_ID;
import static io.opspipeline.reliability.scenario.Given.entry;
import static io.opspipeline.reliability.scenario.Given.exit;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.exchange.fault.OrderFaults;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import io.opspipeline.exchange.venue.Expiries;
import io.opspipeline.exchange.venue.OrderView;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/// What goes wrong when contracts come to their end, and over halts.
final class ExpiryScenarios {

    private ExpiryScenarios() {}

    static final AccountId TINY_ID = Given.TINY.getFirst().id();
    private static final Session HALF_DAY =
            SessionCalendar.nyse().sessionOn(LocalDate.of(2026, 11, 27)).orElseThrow();
    private static final OccSymbol HALF_DAY_CALL = OccSymbol.parse("ALFA261127C00100000");

    /// Neither the stock nor its calls are quoted, and the tape says why.
    static final Act HALT =
            world -> {
                List.of("ALFA", CALL.toString(), DAY_CALL.toString())
                        .forEach(symbol -> Acts.silence(symbol).in(world));
                Acts.halt(ALFA).in(world);
            };

    private static boolean isEarlySell(OrderView order) {
        return order.side() == Side.SELL && order.clientOrderId().matches(".*:[12]");
    }

    private static void expiring(ScriptedMarket market) {
        market.stock(ALFA, "100").contract(DAY_CALL, "0.39", "0.40");
    }

    /// The day account holds one call that expires today; it was bought by hand at 15:54:30, and
    /// then it was halted.
    static Scenario.Script held(String name, String story) {
        return bought(name, story).at("15:54:31", HALT);
    }

    /// The same of the swing account, which can pay an exercise.
    private static Scenario.Script large(String name, String story) {
        return Scenario.named(name, story)
                .from("15:54:00")
                .listing(ExpiryScenarios::expiring)
                .expiring(new Expiries(Duration.ZERO, Expiries.Kind.CASH, false))
                .at("15:54:30", outside(LARGE_ID, Side.BUY, 1, DAY_CALL))
                .at("15:54:31", HALT);
    }

    private static Scenario.Script bought(String name, String story) {
        return Scenario.named(name, story)
                .from("15:54:00")
                .with(Given.TINY)
                .listing(ExpiryScenarios::expiring)
                .expiring(new Expiries(Duration.ZERO, Expiries.Kind.CASH, false))
                .at("15:54:30", outside(TINY_ID, Side.BUY, 1, DAY_CALL));
    }

    static List<Scenario> all() {
        return List.of(
                entry(
                                "LULD-HALT-HELD",
                                "the stock and its call are halted for two minutes: nothing is sent into the halt, and the stop sells half a minute after it")
                        .at("09:42:00", HALT)
                        .at("09:44:00", price(ALFA, "97.50"))
                        .at("09:44:00", quote(CALL, "1.40", "1.41"))
                        .at("09:44:00", resumeTrading(ALFA))
                        .at("09:44:29", quote(CALL, "1.45", "1.46"))
                        .at("09:44:31", quote(CALL, "1.50", "1.51"))
                        .ends(
                                "09:45:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.45 FILLED 4 at 1.45
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -420.39476
                                alert    CRITICAL ALFA261210C00100000 has had no usable quote since 2026-11-19T14:41:57Z
                                alert    WARNING ALFA261210C00100000: STOP_LOSS waits, trading in its stock is halted or has just begun again
                                """),
                Scenario.named(
                                "LULD-HALT-AND-SIGNAL",
                                "a signal comes while its stock is halted: it is skipped by its name; after the halt the next one enters")
                        .listing(Given::tight)
                        .at("09:41:02", Acts.halt(ALFA))
                        .at("09:41:05", signal(ALFA, Action.BUY_CALL))
                        .at("09:41:40", resumeTrading(ALFA))
                        .at("09:42:05", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA SKIPPED: SIGNAL_FRESH
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                exit(
                                "LULD-HALT-WHILE-CLOSING",
                                "the halt comes while the stop sells: the close waits, and goes on half a minute after it")
                        .fault(OrderFaults.atMost(0, ExpiryScenarios::isEarlySell))
                        .at("09:42:10", HALT)
                        .at("09:43:00", price(ALFA, "98.50"))
                        .at("09:43:00", quote(CALL, "1.50", "1.51"))
                        .at("09:43:00", resumeTrading(ALFA))
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.7 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @1.5 FILLED 4 at 1.5
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -400.39476
                                alert    WARNING ALFA261210C00100000: STOP_LOSS waits, trading in its stock is halted or has just begun again
                                """),
                large(
                                "HALT-OVER-EXPIRY",
                                "a call that the account can pay is halted to its end: nothing can be sold, it is exercised, and a person was told before")
                        .at("15:58:00", price(ALFA, "103.00"))
                        .ends(
                                "16:02:30",
                                """
                                position large ALFA261119C00100000 EXERCISED 1 of 1, EXERCISED 1, the broker's history says 260
                                alert    CRITICAL 1 of ALFA261119C00100000 are still held on their expiry day; exercise takes 10000.00, which the account has
                                alert    WARNING ALFA261119C00100000: 1 at 0.40 found at the broker and adopted; the exits of SWING apply
                                alert    WARNING order by hand 2026-11-19T20:54:30Z at the broker is not ours
                                alert    WARNING ALFA261119C00100000: EXPIRY waits, trading in its stock is halted or has just begun again
                                alert    CRITICAL ALFA261119C00100000 has had no usable quote since 2026-11-19T20:55:00Z
                                alert    WARNING ALFA261119C00100000 ended as EXERCISED: EXERCISED 1, the broker's history says
                                """),
                bought(
                                "EXPIRED-WORTHLESS-ZERO-BID",
                                "nobody bids for a call that expires today: it is offered for a tick, and expires worthless")
                        .at("15:54:31", quote(DAY_CALL, "0.00", "0.01"))
                        .at("15:54:31", price(ALFA, "99.00"))
                        .ends(
                                "16:02:30",
                                """
                                order    tiny sell 1 ALFA261119C00100000 @0.01 EXPIRED 0: ended at the broker: EXPIRED
                                position tiny ALFA261119C00100000 EXPIRED 1 of 1, EXPIRED 1, the broker's history says -40
                                alert    CRITICAL 1 of ALFA261119C00100000 are still held on their expiry day; exercise takes 10000.00, which the account has not: the broker was told not to exercise
                                alert    WARNING ALFA261119C00100000: 1 at 0.40 found at the broker and adopted; the exits of DAY apply
                                alert    WARNING order by hand 2026-11-19T20:54:30Z at the broker is not ours
                                alert    WARNING ALFA261119C00100000 ended as EXPIRED: EXPIRED 1, the broker's history says
                                """),
                Scenario.named(
                                "PIN-RISK",
                                "the stock stands at the strike when its last hour begins: the call is sold, whatever it is worth")
                        .from("14:53:00")
                        .with(Given.TINY)
                        .listing(ExpiryScenarios::expiring)
                        .at("14:53:30", outside(TINY_ID, Side.BUY, 1, DAY_CALL))
                        .ends(
                                "14:56:00",
                                """
                                order    tiny sell 1 ALFA261119C00100000 @0.39 FILLED 1 at 0.39
                                position tiny ALFA261119C00100000 CLOSED 0 of 1, EXPIRY -1.05074
                                alert    WARNING ALFA261119C00100000: 1 at 0.40 found at the broker and adopted; the exits of DAY apply
                                alert    WARNING order by hand 2026-11-19T19:53:30Z at the broker is not ours
                                """),
                large(
                                "PIN-RISK-HALTED",
                                "the call is held over the close with the stock a cent above the strike: it is exercised, not expired")
                        .at("15:58:30", price(ALFA, "100.01"))
                        .ends(
                                "16:02:30",
                                """
                                position large ALFA261119C00100000 EXERCISED 1 of 1, EXERCISED 1, the broker's history says -39
                                alert    CRITICAL 1 of ALFA261119C00100000 are still held on their expiry day; exercise takes 10000.00, which the account has
                                alert    WARNING ALFA261119C00100000: 1 at 0.40 found at the broker and adopted; the exits of SWING apply
                                alert    WARNING order by hand 2026-11-19T20:54:30Z at the broker is not ours
                                alert    WARNING ALFA261119C00100000: EXPIRY waits, trading in its stock is halted or has just begun again
                                alert    CRITICAL ALFA261119C00100000 has had no usable quote since 2026-11-19T20:55:00Z
                                alert    WARNING ALFA261119C00100000 ended as EXERCISED: EXERCISED 1, the broker's history says
                                """),
                held(
                                "PIN-RISK-BELOW",
                                "the call is held over the close with the stock at its strike: it expires worthless")
                        .at("15:58:30", price(ALFA, "100.00"))
                        .ends(
                                "16:02:30",
                                """
                                position tiny ALFA261119C00100000 EXPIRED 1 of 1, EXPIRED 1, the broker's history says -40
                                alert    CRITICAL 1 of ALFA261119C00100000 are still held on their expiry day; exercise takes 10000.00, which the account has not: the broker was told not to exercise
                                alert    WARNING ALFA261119C00100000: 1 at 0.40 found at the broker and adopted; the exits of DAY apply
                                alert    WARNING order by hand 2026-11-19T20:54:30Z at the broker is not ours
                                alert    WARNING ALFA261119C00100000: EXPIRY waits, trading in its stock is halted or has just begun again
                                alert    CRITICAL ALFA261119C00100000 has had no usable quote since 2026-11-19T20:55:00Z
                                alert    WARNING ALFA261119C00100000 ended as EXPIRED: EXPIRED 1, the broker's history says
                                """),
                Scenario.named(
                                "EARLY-CLOSE-DAY-EXPIRY",
                                "on a half day a call that expires is sold an hour before one o'clock (incident 56)")
                        .on(HALF_DAY)
                        .from("11:53:00")
                        .with(Given.TINY)
                        .listing(market ->
                                market.stock(ALFA, "100").contract(HALF_DAY_CALL, "0.99", "1.00"))
                        .at("11:53:30", outside(TINY_ID, Side.BUY, 1, HALF_DAY_CALL))
                        .ends(
                                "11:56:00",
                                """
                                order    tiny sell 1 ALFA261127C00100000 @0.99 FILLED 1 at 0.99
                                position tiny ALFA261127C00100000 CLOSED 0 of 1, EXPIRY -1.05074
                                alert    WARNING ALFA261127C00100000: 1 at 1.00 found at the broker and adopted; the exits of DAY apply
                                alert    WARNING order by hand 2026-11-27T16:53:30Z at the broker is not ours
                                """),
                Scenario.named(
                                "EARLY-CLOSE-SWING-EXPIRY",
                                "a swing call that expires on a half day is sold five minutes after its open")
                        .on(HALF_DAY)
                        .from("09:31:00")
                        .listing(market ->
                                market.stock(ALFA, "100").contract(HALF_DAY_CALL, "0.99", "1.00"))
                        .at("09:32:00", outside(LARGE_ID, Side.BUY, 1, HALF_DAY_CALL))
                        .ends(
                                "09:36:30",
                                """
                                order    large sell 1 ALFA261127C00100000 @0.99 FILLED 1 at 0.99
                                position large ALFA261127C00100000 CLOSED 0 of 1, EXPIRY -1.05074
                                alert    WARNING ALFA261127C00100000: 1 at 1.00 found at the broker and adopted; the exits of SWING apply
                                alert    WARNING order by hand 2026-11-27T14:32:00Z at the broker is not ours
                                """),
                Scenario.named(
                                "EARLY-CLOSE-NO-ENTRY",
                                "on a half day no entry is made in the last quarter of an hour")
                        .on(HALF_DAY)
                        .from("12:45:00")
                        .listing(Given::tight)
                        .at("12:46:02", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "12:47:00",
                                """
                                signal   large ALFA SKIPPED: ENTRY_WINDOW
                                """));
    }
}
