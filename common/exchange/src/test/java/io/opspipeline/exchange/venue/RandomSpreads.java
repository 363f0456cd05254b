package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A market of strikes that walk at random, and a trader of spreads who does whatever comes to
/// mind.
final class RandomSpreads {

    private static final List<String> SYMBOLS =
            List.of(
                    BoardMarket.CALL,
                    BoardMarket.CALL_105,
                    BoardMarket.CALL_TODAY,
                    BoardMarket.CALL_TODAY_105,
                    BoardMarket.PUT_TODAY,
                    BoardMarket.PUT_TODAY_95);

    private RandomSpreads() {}

    static BoardMarket market(RandomGenerator random) {
        BoardMarket market = RandomDay.market(random);
        SYMBOLS.forEach(symbol -> RandomDay.walk(market, symbol, 20 + random.nextInt(300), random));
        return market;
    }

    /// One thing a trader does: sends a spread or an order, cancels, exercises, or says not to. Its
    /// draws do not depend on the venue.
    static void act(Venue venue, AccountId account, int number, RandomGenerator random) {
        SpreadSubmission spread = spread(number, random);
        int victim = random.nextInt(number + 1);
        String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        int cents = 5 * (1 + random.nextInt(60));
        switch (random.nextInt(12)) {
            case 0 -> cancel(venue, account, victim);
            case 1 -> venue.exercise(account, symbol);
            case 2 -> venue.doNotExercise(account, symbol);
            case 3, 4, 5 ->
                    venue.submit(
                            account,
                            Trader.limit(
                                    "o" + number,
                                    side,
                                    symbol,
                                    "" + (1 + random.nextInt(5)),
                                    BigDecimal.valueOf(cents, 2).toPlainString()));
            default -> venue.submit(account, spread);
        }
    }

    private static void cancel(Venue venue, AccountId account, int victim) {
        venue.placedByClientId(account, "o" + victim)
                .ifPresent(order -> venue.cancel(account, order.id()));
    }

    private static SpreadSubmission spread(int number, RandomGenerator random) {
        List<String> symbols = new ArrayList<>(SYMBOLS);
        boolean closes = random.nextInt(3) == 0;
        int legs = 2 + random.nextInt(3);
        List<String> texts = new ArrayList<>();
        for (int leg = 0; leg < legs; leg++) {
            String symbol = symbols.remove(random.nextInt(symbols.size()));
            int ratio = random.nextInt(4) == 0 ? 2 : 1;
            texts.add(
                    (random.nextBoolean() ? "+" : "-")
                            + ratio
                            + " "
                            + symbol
                            + (closes ? " x" : ""));
        }
        String net = BigDecimal.valueOf(5L * (random.nextInt(120) - 60), 2).toPlainString();
        int units = 1 + random.nextInt(6);
        String id = "o" + number;
        String[] all = texts.toArray(String[]::new);
        return random.nextInt(6) == 0
                ? Spreads.market(id, units, all)
                : Spreads.limit(id, units, net, all);
    }
}
