package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Acts.outside;
import static io.opspipeline.reliability.scenario.Acts.price;
import static io.opspipeline.reliability.scenario.Acts.quote;
import static io.opspipeline.reliability.scenario.Acts.resumeTrading;
import static io.opspipeline.reliability.scenario.ExpiryScenarios.HALT;
import static io.opspipeline.reliability.scenario.ExpiryScenarios.TINY_ID;
import static io.opspipeline.reliability.scenario.ExpiryScenarios.held;
import static io.opspipeline.reliability.scenario.Given.ALFA;
import static io.opspipeline.reliability.scenario.Given.DAY_CALL;

import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.venue.Expiries;
import io.opspipeline.reliability.world.Role;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// What becomes of calls in the money on their last day when the account cannot pay their exercise.
final class SellOutScenarios {

    private SellOutScenarios() {}

    /// The day account, and a call in the money that expires today; the broker sells at 15:15 what
    /// the account cannot pay.
    private static Scenario.Script unfunded(String name, String story) {
        return Scenario.named(name, story)
                .with(Given.TINY)
                .listing(market -> market.stock(ALFA, "103").contract(DAY_CALL, "2.99", "3.00"))
                .expiring(Expiries.standard().sellingOut(Duration.ofMinutes(45)));
    }

    private static Act all(Function<Role, Act> act) {
        return world -> List.of(Role.values()).forEach(role -> act.apply(role).in(world));
    }

    static List<Scenario> all() {
        return List.of(
                unfunded(
                                "ITM-UNDERFUNDED-1515",
                                "the services are down from before a call in the money shall be sold: the broker sells it at 15:15, the sale is booked as not ours, and nothing is sold twice")
                        .from("14:53:00")
                        .at("14:53:10", outside(TINY_ID, Side.BUY, 1, DAY_CALL))
                        .at("14:54:30", all(Acts::kill))
                        .at("15:17:00", all(Acts::start))
                        .ends(
                                "15:19:00",
                                """
                                position tiny ALFA261119C00100000 CLOSED 0 of 1, BY_HAND -1.05074
                                alert    WARNING ALFA261119C00100000: 1 at 3.00 found at the broker and adopted; the exits of DAY apply
                                alert    WARNING order by hand 2026-11-19T19:53:10Z at the broker is not ours
                                alert    CRITICAL the position manager gave no sign of life since 2026-11-19T19:54:30Z: no exit is watched
                                alert    WARNING ALFA261119C00100000: SELL 1 at 2.99 at the broker, not by us
                                alert    WARNING order 46de73f7-7e5d-3478-bc60-545addb32892 at the broker is not ours
                                """),
                unfunded(
                                "ITM-UNDERFUNDED-1515-HALTED",
                                "the call is halted over 15:15: the broker's order fills when trading begins again, and our close after it is refused: sold once")
                        .from("15:10:00")
                        .at("15:10:10", outside(TINY_ID, Side.BUY, 1, DAY_CALL))
                        .at("15:10:11", HALT)
                        .at("15:16:00", price(ALFA, "103.00"))
                        .at("15:16:00", quote(DAY_CALL, "2.90", "2.95"))
                        .at("15:16:00", resumeTrading(ALFA))
                        .ends(
                                "15:18:30",
                                """
                                order    tiny sell 1 ALFA261119C00100000 @2.9 REJECTED 0: refused 422/42210000: position intent mismatch, inferred: sell_to_open, specified: sell_to_close
                                position tiny ALFA261119C00100000 CLOSED 0 of 1, BY_HAND -10.05074
                                alert    WARNING ALFA261119C00100000: 1 at 3.00 found at the broker and adopted; the exits of DAY apply
                                alert    WARNING order by hand 2026-11-19T20:10:10Z at the broker is not ours
                                alert    WARNING ALFA261119C00100000: EXPIRY waits, trading in its stock is halted or has just begun again
                                alert    CRITICAL ALFA261119C00100000 has had no usable quote since 2026-11-19T20:11:00Z
                                alert    WARNING order 46de73f7-7e5d-3478-bc60-545addb32892 at the broker is not ours
                                alert    WARNING the close of ALFA261119C00100000 under EXPIRY was refused 1 times: INTENT_MISMATCH: refused 422/42210000: position intent mismatch, inferred: sell_to_open, specified: sell_to_close
                                alert    CRITICAL the close of ALFA261119C00100000 under EXPIRY was refused 3 times: NOT_HELD_AT_BROKER: none of the 1 to sell is held at the broker and free of other orders
                                alert    WARNING ALFA261119C00100000: SELL 1 at 2.90 at the broker, not by us
                                """),
                held(
                                "ITM-UNDERFUNDED-NOT-EXERCISED",
                                "a call is still held in the money and its exercise cannot be paid: the broker is told not to exercise")
                        .at("15:58:00", price(ALFA, "103.00"))
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
                                """));
    }
}
