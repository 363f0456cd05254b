package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Acts.cutQuoteStreams;
import static io.opspipeline.reliability.scenario.Acts.freeze;
import static io.opspipeline.reliability.scenario.Acts.price;
import static io.opspipeline.reliability.scenario.Acts.quote;
import static io.opspipeline.reliability.scenario.Acts.signal;
import static io.opspipeline.reliability.scenario.Acts.silence;
import static io.opspipeline.reliability.scenario.Given.ALFA;
import static io.opspipeline.reliability.scenario.Given.CALL;
import static io.opspipeline.reliability.scenario.Given.entry;

import io.opspipeline.domain.signal.Action;
import io.opspipeline.exchange.fault.EventFaults;
import io.opspipeline.exchange.fault.RequestFaults;
import java.util.List;

/// What goes wrong with quotes.
final class QuoteScenarios {

    private QuoteScenarios() {}

    static List<Scenario> all() {
        return List.of(
                entry(
                                "QUOTE-ZERO",
                                "a held contract is quoted 0 to 0: no price is made of it, a person is told after a minute, and it is sold once it is quoted again (incident 37)")
                        .at("09:42:00", quote(CALL, "0.00", "0.00"))
                        .at("09:43:30", quote(CALL, "1.70", "1.71"))
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    CRITICAL ALFA261210C00100000 has had no usable quote since 2026-11-19T14:41:57Z
                                """),
                entry("QUOTE-ZERO-AT-ENTRY", "the contract is quoted 0 to 0: it is not bought")
                        .at("09:41:01", quote(CALL, "0.00", "0.00"))
                        .ends(
                                "09:42:00",
                                """
                                signal   large ALFA SKIPPED: NO_CONTRACT
                                """),
                entry(
                                "QUOTE-ZERO-FOR-A-MOMENT",
                                "a held contract is quoted 0 to 0 for five seconds: nothing is sold")
                        .at("09:42:00", quote(CALL, "0.00", "0.00"))
                        .at("09:42:05", quote(CALL, "2.49", "2.50"))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                entry(
                                "QUOTE-NAN",
                                "quotes of a held contract become NaN: a person is told, and the model of our own guards the stop")
                        .fault(EventFaults.streamsRefusedBetween(110, 230))
                        .fault(
                                RequestFaults.bodyBetween(
                                        "/options/quotes", 110, 230, Feed::notANumber))
                        .at("09:41:50", cutQuoteStreams())
                        .ends(
                                "09:44:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                alert    CRITICAL the stream of option quotes is down since 2026-11-19T14:41:50Z: the handshake was refused: 429; exits run on snapshots
                                alert    CRITICAL ALFA261210C00100000 has had no usable quote since 2026-11-19T14:41:47Z
                                """),
                entry(
                                "ONE-SIDED",
                                "nobody bids for a minute: the price is zero, and one tick is asked")
                        .at("09:42:00", quote(CALL, "0.00", "0.05"))
                        .ends(
                                "09:44:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @0.01 CANCELED 0
                                order    large sell 4 ALFA261210C00100000 @0.01 SUBMITTED 0
                                position large ALFA261210C00100000 CLOSING 4 of 4
                                alert    CRITICAL today's profit and loss is -990.1918, limit -500.00: everything is closed
                                trading  large REDUCING: DAILY_LOSS 2026-11-19
                                """),
                entry(
                                "ONE-SIDED-FOR-A-MOMENT",
                                "nobody bids for half a minute: nothing is sold at one tick")
                        .at("09:42:00", quote(CALL, "0.00", "2.60"))
                        .at("09:42:30", quote(CALL, "2.49", "2.50"))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                entry(
                                "ONE-SIDED-WITHOUT-ASK",
                                "nobody offers a held contract: no mark, no exit, and a person is told")
                        .at("09:42:00", quote(CALL, "1.70", "0.00"))
                        .at("09:43:30", quote(CALL, "2.49", "2.50"))
                        .ends(
                                "09:44:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                alert    CRITICAL ALFA261210C00100000 has had no usable quote since 2026-11-19T14:41:57Z
                                """),
                entry(
                                "LOCKED-CROSSED",
                                "a held contract is quoted crossed below its stop: it is not believed (incident 37)")
                        .at("09:42:00", quote(CALL, "1.75", "1.70"))
                        .at("09:42:40", quote(CALL, "2.49", "2.50"))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                entry(
                                "LOCKED-AT-ENTRY",
                                "the contract is quoted locked: it is not bought, and it is once the lock is gone")
                        .at("09:41:01", quote(CALL, "2.50", "2.50"))
                        .at("09:41:50", quote(CALL, "2.49", "2.50"))
                        .at("09:42:02", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA SKIPPED: NO_CONTRACT
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                entry("CROSSED-AT-ENTRY", "the contract is quoted crossed: it is not bought")
                        .at("09:41:01", quote(CALL, "2.55", "2.50"))
                        .ends(
                                "09:42:00",
                                """
                                signal   large ALFA SKIPPED: NO_CONTRACT
                                """),
                entry(
                                "STALE-QUOTE",
                                "the quote of a held contract is not shown any more: after a minute a person is told (incident 37)")
                        .at("09:42:00", silence(CALL.toString()))
                        .at("09:43:30", quote(CALL, "1.70", "1.71"))
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    CRITICAL ALFA261210C00100000 has had no usable quote since 2026-11-19T14:41:57Z
                                """),
                entry(
                                "STALE-QUOTE-AT-ENTRY",
                                "the quote of the contract was made 90 s ago and is repeated: that is a sighting, and it is bought")
                        .from("09:39:00")
                        .at("09:39:30", freeze(CALL))
                        .ends(
                                "09:42:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                entry(
                                "STALE-QUOTE-AND-STOP",
                                "the quote is gone while the stock falls: the stop runs on our own price")
                        .at("09:42:00", silence(CALL.toString()))
                        .at("09:42:30", price(ALFA, "97.50"))
                        .at("09:44:30", quote(CALL, "1.50", "1.51"))
                        .ends(
                                "09:45:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 market FILLED 4 at 1.5
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -400.39476
                                alert    CRITICAL ALFA261210C00100000 has had no usable quote since 2026-11-19T14:41:57Z
                                """),
                entry(
                                "STALE-QUOTE-REPEATED",
                                "the feed repeats one quote while the stock falls: after a quarter of an hour we are blind, and the stop runs on our own price")
                        .at("09:42:00", freeze(CALL))
                        .at("09:57:30", price(ALFA, "97.50"))
                        .ends(
                                "09:59:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @2.49 FILLED 4 at 2.49
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -4.39476
                                alert    CRITICAL ALFA261210C00100000 has had no usable quote since 2026-11-19T14:57:00Z
                                """),
                entry(
                                "WIDE-QUOTE",
                                "a held contract is quoted too wide to believe its bid: nothing is sold on it")
                        .at("09:42:00", quote(CALL, "1.20", "3.80"))
                        .at("09:42:50", quote(CALL, "2.49", "2.50"))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                entry(
                                "SINGLE-BAD-QUOTE",
                                "one quote far below the stop and gone with the next: nothing is sold")
                        .at("09:42:00", quote(CALL, "0.10", "0.11"))
                        .at("09:42:01", quote(CALL, "2.49", "2.50"))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """));
    }
}
