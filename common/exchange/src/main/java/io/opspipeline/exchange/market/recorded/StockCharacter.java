package io.opspipeline.exchange.market.recorded;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.market.generated.DefaultListings;
import io.opspipeline.exchange.market.generated.ExpiryCycle;
import io.opspipeline.exchange.market.generated.Liquidity;
import io.opspipeline.exchange.market.generated.ListedStock;
import java.util.List;

/// What kind of stock recorded bars show, so that a likely chain can be made around them: its
/// price, volatility and turnover before the traded session. When there is no other, the session's
/// own first price, and its own volatility and turnover: a chain has to know them from somewhere.
final class StockCharacter {

    private static final double SESSIONS_PER_YEAR = 252;

    /// Variance of a whole day over that of its session.
    private static final double OVERNIGHT = 1.35;

    private static final double LEAST_VOLATILITY = 0.15;
    private static final double MOST_VOLATILITY = 0.90;
    private static final double DEEP_TURNOVER = 4e9;
    private static final double LIQUID_TURNOVER = 4e8;

    private StockCharacter() {}

    /// @param ticker the stock
    /// @param traded the traded session
    /// @param bars of it and of sessions before, oldest first, at least one
    static ListedStock of(Ticker ticker, Session traded, List<Bar> bars) {
        List<Bar> before =
                bars.stream().filter(bar -> bar.start().isBefore(traded.open())).toList();
        List<Bar> basis = before.isEmpty() ? bars : before;
        long days = basis.stream().map(bar -> NewYork.dateOf(bar.start())).distinct().count();
        Price price = before.isEmpty() ? bars.getFirst().open() : before.getLast().close();
        long volume = basis.stream().mapToLong(Bar::volume).sum() / days;
        Liquidity liquidity = liquidity(volume * price.asDouble());
        boolean funds =
                DefaultListings.indexFunds().stream()
                        .anyMatch(fund -> fund.ticker().equals(ticker));
        return new ListedStock(
                ticker,
                ticker.symbol(),
                price.asDouble(),
                Math.clamp(volatility(basis, days), LEAST_VOLATILITY, MOST_VOLATILITY),
                volume,
                cycle(funds, liquidity),
                liquidity,
                true,
                funds);
    }

    private static ExpiryCycle cycle(boolean fund, Liquidity liquidity) {
        if (fund) {
            return ExpiryCycle.DAILY;
        }
        return liquidity == Liquidity.DEEP
                ? ExpiryCycle.MONDAY_WEDNESDAY_FRIDAY
                : ExpiryCycle.FRIDAY;
    }

    private static Liquidity liquidity(double turnover) {
        if (turnover >= DEEP_TURNOVER) {
            return Liquidity.DEEP;
        }
        return turnover >= LIQUID_TURNOVER ? Liquidity.LIQUID : Liquidity.MODERATE;
    }

    private static double volatility(List<Bar> bars, long days) {
        double variance = 0;
        for (Bar bar : bars) {
            double move = StrictMath.log(bar.close().asDouble() / bar.open().asDouble());
            variance += move * move;
        }
        return StrictMath.sqrt(variance / days * OVERNIGHT * SESSIONS_PER_YEAR);
    }
}
