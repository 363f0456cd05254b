package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A market that walks at random, and a trader who does whatever comes to mind.
final class RandomDay {

    static final int STEPS = 24;

    private static final Duration SELL_OUT = Duration.ofSeconds(30);

    private static final Session SESSION =
            new Session(
                    BoardMarket.SESSION.date(),
                    BoardMarket.SESSION.open(),
                    BoardMarket.second(5L * STEPS));

    private static final List<String> SYMBOLS =
            List.of(BoardMarket.CALL, BoardMarket.PUT, BoardMarket.CALL_TODAY, BoardMarket.STOCK);

    private RandomDay() {}

    /// Much chance, and no opening of expiring contracts in the last three steps.
    static VenueSettings settings() {
        return new VenueSettings(7, FeeTable.standard(), 0.5, 0.3, expiries(Expiries.Kind.CASH));
    }

    /// No opening in the last three steps; the broker sells in the last six.
    static Expiries expiries(Expiries.Kind kind) {
        return new Expiries(Duration.ofSeconds(15), kind, false).sellingOut(SELL_OUT);
    }

    /// A session of 24 steps with quotes that change at every step; some crossed, some without a
    /// side.
    static BoardMarket market(RandomGenerator random) {
        BoardMarket market =
                new BoardMarket(SESSION).closesAt(cents(9_500 + random.nextInt(1_000)));
        for (String symbol : SYMBOLS) {
            walk(
                    market,
                    symbol,
                    symbol.equals(BoardMarket.STOCK) ? 2_000 : 40 + random.nextInt(400),
                    random);
        }
        return market;
    }

    /// Writes a quote for every step, from a level in cents that walks at random.
    static void walk(BoardMarket market, String symbol, int from, RandomGenerator random) {
        int level = from;
        for (int step = 0; step < STEPS; step++) {
            level = Math.max(0, level + random.nextInt(41) - 20);
            quote(market, symbol, step, level, random);
        }
    }

    /// One thing a trader does: sends or cancels. Its draws do not depend on the venue.
    static void act(Venue venue, AccountId account, int number, RandomGenerator random) {
        OrderSubmission submission = submission(number, random);
        int victim = random.nextInt(number + 1);
        if (random.nextInt(4) == 0) {
            venue.orderByClientId(account, "o" + victim)
                    .ifPresent(order -> venue.cancel(account, order.id()));
        } else {
            venue.submit(account, submission);
        }
    }

    private static OrderSubmission submission(int number, RandomGenerator random) {
        boolean market = random.nextInt(8) == 0;
        int cents = (1 + random.nextInt(90)) * 5;
        String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        int price = symbol.equals(BoardMarket.STOCK) ? 1_800 + cents : cents;
        return new OrderSubmission(
                Optional.of("o" + number),
                symbol,
                random.nextInt(5) < 3 ? Side.BUY : Side.SELL,
                BigDecimal.valueOf(1 + random.nextInt(20)),
                market ? OrderType.MARKET : OrderType.LIMIT,
                market ? Optional.empty() : Optional.of(BigDecimal.valueOf(price, 2)),
                Optional.empty());
    }

    private static void quote(
            BoardMarket market, String symbol, int step, int level, RandomGenerator random) {
        int width = 1 + random.nextInt(12);
        boolean crossed = random.nextInt(25) == 0;
        int bid = crossed ? level + 2 * width : level;
        market.quote(symbol, 5L * step, cents(bid), cents(level + width), 1 + random.nextInt(15));
    }

    private static String cents(int cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
