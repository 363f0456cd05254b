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

/// What goes wrong with feeds of prices.
final class MarketDataScenarios {

    private MarketDataScenarios() {}

    static List<Scenario> all() {
        return List.of(
                entry(
                                "QUOTE-NAN-IN-CHAIN",
                                "the chain quotes NaN: no number, no contract, and the next signal finds it again")
                        .fault(
                                RequestFaults.bodyBetween(
                                        "/options/snapshots", 50, 90, Feed::notANumber))
                        .at("09:42:02", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA SKIPPED: NO_CONTRACT
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                entry(
                                "MISSING-BARS",
                                "a stock has no bars any more: signals of it are not fresh (incident 52)")
                        .at("09:40:00", silence("ALFA"))
                        .at("09:43:02", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "09:44:00",
                                """
                                signal   large ALFA SKIPPED: SIGNAL_FRESH
                                signal   large ALFA SKIPPED: SIGNAL_FRESH
                                """),
                entry(
                                "MISSING-BARS-WHILE-HELD",
                                "the bars end while a call on it is held: its own stop goes on")
                        .at("09:42:00", silence("ALFA"))
                        .at("09:44:30", quote(CALL, "1.70", "1.71"))
                        .ends(
                                "09:45:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """),
                entry(
                                "INDICATIVE-FEED-FALLBACK",
                                "the subscription to real quotes lapses: no entry on others, and a person is told (incident 58)")
                        .fault(RequestFaults.withheldBetween("/v1beta1/options", 30, 100))
                        .at("09:42:02", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "09:43:30",
                                """
                                signal   large ALFA SKIPPED: NO_CONTRACT
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                alert    WARNING Alpaca refuses /v1beta1/options/snapshots/ALFA to account large: DATA_NOT_PERMITTED: 403: OPRA agreement is not signed
                                """),
                entry(
                                "INDICATIVE-FEED-WHILE-HELD",
                                "the subscription lapses and the stream with it while a call is held: a person is told, and the stop works when quotes are back")
                        .fault(RequestFaults.withheldBetween("/v1beta1/options", 110, 220))
                        .fault(EventFaults.streamsRefusedBetween(110, 220))
                        .at("09:41:50", cutQuoteStreams())
                        .at("09:43:00", quote(CALL, "1.70", "1.71"))
                        .ends(
                                "09:45:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    WARNING Alpaca refuses /v1beta1/options/quotes/latest to account large: DATA_NOT_PERMITTED: 403: OPRA agreement is not signed
                                alert    CRITICAL the stream of option quotes is down since 2026-11-19T14:41:50Z: the handshake was refused: 429; exits run on snapshots
                                alert    CRITICAL ALFA261210C00100000 has had no usable quote since 2026-11-19T14:41:47Z
                                """),
                entry(
                                "GREEKS-MISSING",
                                "the feed has neither greeks nor volatilities, as on an expiry day: ours are made of the mid")
                        .fault(
                                RequestFaults.body(
                                        "/options/snapshots",
                                        (_, body) -> Feed.withoutGreeks(body)))
                        .ends(
                                "09:42:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                entry(
                                "GREEKS-NONSENSE",
                                "the feed has greeks of another contract: they are not used")
                        .fault(
                                RequestFaults.body(
                                        "/options/snapshots", (_, body) -> Feed.withNonsense(body)))
                        .ends(
                                "09:42:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                entry(
                                "GREEKS-MISSING-AND-UNSOLVABLE",
                                "the mid is below what the contract is worth at once: no volatility explains it, and it is not bought (incident 4)")
                        .at("09:41:01", quote(CALL, "0.49", "0.50"))
                        .at("09:41:01", price(ALFA, "102.00"))
                        .ends(
                                "09:42:00",
                                """
                                signal   large ALFA SKIPPED: NO_CONTRACT
                                """),
                entry(
                                "CHAIN-TRUNCATED-PAGINATION",
                                "the best contract is on the second page: it is found")
                        .listing(Feed::longChain)
                        .fault(RequestFaults.largestPage(1))
                        .ends(
                                "09:42:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                entry(
                                "CHAIN-CUT-PAGINATION",
                                "every page of the chain names the same next one: nothing is chosen from a half chain")
                        .listing(Feed::longChain)
                        .fault(RequestFaults.largestPage(1))
                        .fault(
                                RequestFaults.body(
                                        "/options/snapshots", (_, body) -> Feed.endless(body)))
                        .ends(
                                "09:42:00",
                                """
                                signal   large ALFA SKIPPED: NO_CONTRACT
                                """),
                entry(
                                "FROZEN-MINUTE",
                                "the feed repeats one quote for a minute: each repetition is a sighting, nothing is sold, and the stop works after it")
                        .at("09:42:00", freeze(CALL))
                        .at("09:43:00", quote(CALL, "1.70", "1.71"))
                        .ends(
                                "09:44:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                """));
    }
}
