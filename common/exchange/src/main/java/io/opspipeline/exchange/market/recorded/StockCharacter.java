package io.opspipeline.exchange.market.recorded;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.market.generated.DefaultListings;
import io.opspipeline.exchange.market.generated.ExpiryCycle;
import io.opspipeline.exchange.market.generated.Liquidity;
import io.opspipeline.exchange.market.generated.ListedStock;
import java.util.List;

/// What kind of stock recorded bars show, so that a likely chain can be made around them: its
/// volatility and turnover before the traded session, or of it when there is no other.
final class StockCharacter {

    private static final double SESSIONS_PER_YEAR = 252;

    /// Variance of a whole day over that of its session.
    private static final double OVERNIGHT = 1.35;

    private static final double LEAST_VOLATILITY = 0.15;
    private static final double MOST_VOLATILITY = 0.90;
    private static final double DEEP_TURNOVER = 4e9;
    private static final double LIQUID_TURNOVER = 4e8;

    private StockCharacter() {}

    /// @param sessions oldest first, the traded one last
    /// @param bars of those sessions, oldest first
    static ListedStock of(Ticker ticker, List<Session> sessions, List<Bar> bars) {
        Session traded = sessions.getLast();
        List<Bar> before =
                bars.stream().filter(bar -> bar.start().isBefore(traded.open())).toList();
        List<Bar> basis = before.isEmpty() ? bars : before;
        int days = before.isEmpty() ? 1 : sessions.size() - 1;
        double price = basis.getLast().close().asDouble();
        long volume = basis.stream().mapToLong(Bar::volume).sum() / days;
        Liquidity liquidity = liquidity(volume * price);
        boolean funds =
                DefaultListings.indexFunds().stream()
                        .anyMatch(fund -> fund.ticker().equals(ticker));
        return new ListedStock(
                ticker,
                ticker.symbol(),
                price,
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

    private static double volatility(List<Bar> bars, int days) {
        double variance = 0;
        for (Bar bar : bars) {
            double move = StrictMath.log(bar.close().asDouble() / bar.open().asDouble());
            variance += move * move;
        }
        return StrictMath.sqrt(variance / days * OVERNIGHT * SESSIONS_PER_YEAR);
    }
}
