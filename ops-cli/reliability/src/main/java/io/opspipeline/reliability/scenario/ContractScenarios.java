package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Acts.kill;
import static io.opspipeline.reliability.scenario.Acts.outside;
import static io.opspipeline.reliability.scenario.Acts.price;
import static io.opspipeline.reliability.scenario.Acts.quote;
import static io.opspipeline.reliability.scenario.Acts.signal;
import static io.opspipeline.reliability.scenario.Acts.silence;
import static io.opspipeline.reliability.scenario.Acts.start;
import static io.opspipeline.reliability.scenario.ByHand.trade;
import static io.opspipeline.reliability.scenario.Given.ALFA;
import static io.opspipeline.reliability.scenario.Given.CALL;
import static io.opspipeline.reliability.scenario.Given.LARGE_ID;
import static io.opspipeline.reliability.scenario.Given.entry;
import static io.opspipeline.reliability.scenario.Given.ladder;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.exchange.fault.FaultSwitch;
import io.opspipeline.exchange.fault.RequestFaults;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.OrderSubmission;
import io.opspipeline.exchange.venue.Refusal;
import io.opspipeline.exchange.venue.RefusalReason;
import io.opspipeline.reliability.world.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What goes wrong with contracts and their stocks.
final class ContractScenarios {

    private ContractScenarios() {}

    private static final OccSymbol ADJUSTED = OccSymbol.parse("ALFA1261210C00100000");
    private static final OccSymbol HALVED = OccSymbol.parse("ALFA261210C00050000");
    private static final Act SPLIT =
            world -> {
                world.market().contract(HALVED, "1.24", "1.25");
                BrokerActs.split(CALL, HALVED, 2).in(world);
            };

    /// The session after the usual one.
    private static final Session NEXT = Session.regular(LocalDate.of(2026, 11, 20));

    /// When the call can be traded again.
    private static final Instant BACK = Instant.parse("2026-11-19T14:43:30Z");

    private static void adjustedRoot(ScriptedMarket market) {
        market.stock(ALFA, "100").contract(ADJUSTED, "2.49", "2.50");
    }

    static List<Scenario> all() {
        return List.of(
                ladder(
                                "ADJUSTED-ROOT",
                                "the only contract near the money is an adjusted one: it is not bought")
                        .listing(ContractScenarios::adjustedRoot)
                        .ends(
                                "09:42:00",
                                """
                                signal   large ALFA SKIPPED: NO_EXPIRY
                                """),
                ladder(
                                "ADJUSTED-ROOT-BESIDE",
                                "an adjusted contract is quoted tighter than the standard one: the standard one is bought")
                        .listing(market -> {
                            Given.tight(market);
                            market.contract(ADJUSTED, "2.50", "2.51");
                        })
                        .ends(
                                "09:42:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                Scenario.named(
                                "ADJUSTED-ROOT-HELD",
                                "an adjusted contract is bought by hand: it is adopted, and sold under its own name at its stop (incident 30)")
                        .listing(market -> {
                            Given.tight(market);
                            market.contract(ADJUSTED, "2.49", "2.50");
                        })
                        .at("09:40:30", outside(LARGE_ID, Side.BUY, 1, ADJUSTED))
                        .at("09:42:30", quote(ADJUSTED, "1.70", "1.71"))
                        .ends(
                                "09:43:30",
                                """
                                order    large sell 1 ALFA1261210C00100000 @1.7 FILLED 1 at 1.7
                                position large ALFA1261210C00100000 CLOSED 0 of 1, STOP_LOSS -80.05074
                                alert    WARNING ALFA1261210C00100000: 1 at 2.50 found at the broker and adopted; the exits of SWING apply
                                alert    WARNING order by hand 2026-11-19T14:40:30Z at the broker is not ours
                                """),
                Scenario.named(
                                "SPLIT-OVERNIGHT",
                                "the stock is split two for one over a night: the old position ends as such, what it became is adopted, and no exit takes the new price for a fall")
                        .listing(Given::tight)
                        .from("15:43:00")
                        .at("15:44:02", signal(ALFA, Action.BUY_CALL))
                        .at("15:44:30", kill(Role.TRADE_STREAM))
                        .at("15:44:30", kill(Role.POSITION_MANAGER))
                        .at("15:44:30", kill(Role.DISPATCHER))
                        .overnight(NEXT)
                        .at("04:00:00", silence(CALL.toString()))
                        .at("04:00:00", SPLIT)
                        .at("04:00:00", price(ALFA, "50.00"))
                        .at("09:29:40", start(Role.TRADE_STREAM))
                        .at("09:29:40", start(Role.POSITION_MANAGER))
                        .at("09:29:40", start(Role.DISPATCHER))
                        .ends(
                                "09:36:10",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 RECONCILED 4 of 4, CONTRACT_ADJUSTMENT of ALFA261210C00100000, the broker's history says
                                position large ALFA261210C00050000 OPEN 8 of 8
                                alert    WARNING ALFA261210C00050000: 8 at 1.25 found at the broker and adopted; the exits of SWING apply
                                alert    WARNING ALFA261210C00100000 ended as RECONCILED: CONTRACT_ADJUSTMENT of ALFA261210C00100000, the broker's history says
                                """),
                ladder(
                                "EXPIRED-IN-UNIVERSE",
                                "the list still has a contract that expired yesterday: it is not chosen")
                        .listing(market ->
                                market.stock(ALFA, "100")
                                        .contract(
                                                OccSymbol.parse("ALFA261118C00100000"),
                                                "2.49",
                                                "2.50"))
                        .ends(
                                "09:42:00",
                                """
                                signal   large ALFA SKIPPED: NO_EXPIRY
                                """),
                Scenario.named(
                                "EXPIRED-IN-UNIVERSE-FOR-DAY",
                                "the day account sees a contract of yesterday and one of today: it takes the one of today")
                        .with(Given.TINY)
                        .listing(market ->
                                market.stock(ALFA, "100")
                                        .contract(
                                                OccSymbol.parse("ALFA261118C00101000"),
                                                "0.99",
                                                "1.00")
                                        .contract(
                                                OccSymbol.parse("ALFA261119C00101000"),
                                                "0.99",
                                                "1.00"))
                        .at("09:45:02", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "09:46:00",
                                """
                                signal   tiny ALFA FILLED 2/2: FILLED
                                order    tiny buy 2 ALFA261119C00101000 @1 FILLED 2 at 1
                                position tiny ALFA261119C00101000 OPEN 2 of 2
                                """),
                entry(
                                "SPOT-ZERO-WRONG-ATM",
                                "the stock is quoted at zero: no strike is at the money, nothing is bought")
                        .fault(RequestFaults.bodyBetween("/v2/stocks", 50, 90, Feed::worthless))
                        .at("09:42:02", signal(ALFA, Action.BUY_CALL))
                        .ends(
                                "09:43:00",
                                """
                                signal   large ALFA SKIPPED: NO_CONTRACT
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """),
                Scenario.named(
                                "SPOT-ZERO-WHILE-HELD",
                                "a stock is quoted at zero while shares of it are held: no exit fires on it, and a person is told")
                        .at("09:40:30", trade(LARGE_ID, Side.BUY, 10, "ALFA"))
                        .fault(RequestFaults.bodyBetween("/v2/stocks", 110, 200, Feed::worthless))
                        .ends(
                                "09:44:00",
                                """
                                position large ALFA OPEN 10 of 10
                                alert    WARNING ALFA: 10 at 100.02 found at the broker and adopted; the exits of SWING apply
                                alert    WARNING order by hand 2026-11-19T14:40:30Z at the broker is not ours
                                alert    CRITICAL ALFA has had no usable quote since 2026-11-19T14:41:45Z
                                """),
                entry(
                                "NON-100-MULTIPLIER",
                                "the contract delivers ten shares: it is not bought (incident 68)")
                        .fault(
                                RequestFaults.body(
                                        "/v2/options/contracts",
                                        (_, body) -> Feed.ofTenShares(body)))
                        .ends(
                                "09:42:00",
                                """
                                signal   large ALFA SKIPPED: NO_EXPIRY
                                """),
                entry(
                                "DELISTED-UNDERLYING",
                                "the stock is taken off the exchange: its contracts are not tradable, nothing is bought")
                        .fault(
                                RequestFaults.body(
                                        "/v2/options/contracts",
                                        (_, body) -> Feed.notTradable(body)))
                        .ends(
                                "09:42:00",
                                """
                                signal   large ALFA SKIPPED: NO_EXPIRY
                                """),
                entry(
                                "DELISTED-UNDERLYING-WHILE-HELD",
                                "trading in the call is taken away while its stop sells: it is tried again with a person told, and sold when it is back (incident 38)")
                        .at("09:42:00", quote(CALL, "1.70", "1.71"))
                        .fault(
                                FaultSwitch.of(
                                        "sales are refused until the contract is back",
                                        () ->
                                                new Faults() {
                                                    @Override
                                                    public Optional<Refusal> onSubmit(
                                                            AccountId account,
                                                            OrderSubmission submission,
                                                            Instant at) {
                                                        return submission.side() == Side.SELL
                                                                        && at.isBefore(BACK)
                                                                ? Optional.of(
                                                                        RefusalReason
                                                                                .ASSET_NOT_FOUND
                                                                                .says(
                                                                                        "contract is not active"))
                                                                : Optional.empty();
                                                    }
                                                }))
                        .ends(
                                "09:44:30",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 404/40410000: contract is not active
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 404/40410000: contract is not active
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 404/40410000: contract is not active
                                order    large sell 4 ALFA261210C00100000 @1.7 REJECTED 0: refused 404/40410000: contract is not active
                                order    large sell 4 ALFA261210C00100000 market REJECTED 0: refused 404/40410000: contract is not active
                                order    large sell 4 ALFA261210C00100000 market REJECTED 0: refused 404/40410000: contract is not active
                                order    large sell 4 ALFA261210C00100000 market REJECTED 0: refused 404/40410000: contract is not active
                                order    large sell 4 ALFA261210C00100000 market FILLED 4 at 1.7
                                position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -320.39476
                                alert    WARNING the close of ALFA261210C00100000 under STOP_LOSS was refused 1 times: NOT_TRADABLE: refused 404/40410000: contract is not active
                                alert    CRITICAL the close of ALFA261210C00100000 under STOP_LOSS was refused 3 times: NOT_TRADABLE: refused 404/40410000: contract is not active
                                """));
    }
}
