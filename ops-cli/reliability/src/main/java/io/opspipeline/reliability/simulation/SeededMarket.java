package io.opspipeline.reliability.simulation;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A few stocks whose contracts wander, jump, and are sometimes not to be believed.
final class SeededMarket {

    static final Session SESSION = Session.regular(LocalDate.of(2026, 11, 19));

    private static final LocalDate MONTHLY = LocalDate.of(2026, 12, 10);
    private static final List<String> NAMES = List.of("ALFA", "BRAV", "CHAR", "DELT", "ECHO");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final ScriptedMarket market;
    private final RandomGenerator random;
    private final List<Walk> walks = new ArrayList<>();

    SeededMarket(long seed, Draws draws) {
        market = new ScriptedMarket(SESSION, seed);
        random = draws.of("market");
        for (String name : NAMES) {
            Ticker ticker = new Ticker(name);
            market.stock(ticker, "100");
            for (Right right : Right.values()) {
                list(new OccSymbol(name, MONTHLY, right, Price.of("100")), 2.4);
                list(new OccSymbol(name, SESSION.date(), right, Price.of("100")), 0.8);
            }
        }
    }

    ScriptedMarket market() {
        return market;
    }

    List<Ticker> tickers() {
        return NAMES.stream().map(Ticker::new).toList();
    }

    /// Moves every contract.
    ///
    /// @param wild false once quotes are to be believed again
    void move(Instant now, boolean wild) {
        walks.forEach(walk -> walk.move(now, wild));
    }

    private void list(OccSymbol symbol, double mid) {
        market.contract(symbol, "0.01", "0.02");
        walks.add(new Walk(symbol, mid));
    }

    /// One contract.
    private final class Walk {

        private final OccSymbol symbol;
        private final double anchor;
        private double mid;

        private Walk(OccSymbol symbol, double mid) {
            this.symbol = symbol;
            this.anchor = mid;
            this.mid = mid;
        }

        private void move(Instant now, boolean wild) {
            double pull = 0.01 * (anchor - mid);
            mid = Math.clamp(mid + pull + anchor * 0.016 * random.nextGaussian(), 0.32, 8);
            if (random.nextInt(120) == 0) {
                mid = Math.clamp(mid * (random.nextBoolean() ? 0.7 : 1.45), 0.32, 8);
            }
            BigDecimal bid = price(mid * 0.99).min(price(mid).subtract(CENT)).max(CENT);
            BigDecimal ask = price(mid * 1.01).max(bid.add(CENT));
            int size = 1 + random.nextInt(40);
            switch (wild ? random.nextInt(300) : -1) {
                case 0 -> show(now, BigDecimal.ZERO, ask, size);
                case 1 -> show(now, bid, BigDecimal.ZERO, size);
                case 2 -> show(now, ask, bid, size);
                case 3 -> show(now, bid, bid, size);
                case 4 -> market.silence(symbol.toString(), now);
                case 5 -> market.freeze(symbol, now);
                case 6 -> show(now, price(mid * 0.7), price(mid * 1.4), size);
                default -> show(now, bid, ask, size);
            }
        }

        private void show(Instant now, BigDecimal bid, BigDecimal ask, int size) {
            market.quote(symbol, now, bid, ask, size, size);
        }

        private static BigDecimal price(double amount) {
            BigDecimal cents = BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
            return amount < 3
                    ? cents
                    : BigDecimal.valueOf(Math.round(amount * 20)).divide(BigDecimal.valueOf(20));
        }
    }
}
