package io.opspipeline.exchange.market.generated;

import static io.opspipeline.exchange.market.generated.ExpiryCycle.DAILY;
import static io.opspipeline.exchange.market.generated.ExpiryCycle.FRIDAY;
import static io.opspipeline.exchange.market.generated.ExpiryCycle.MONDAY_WEDNESDAY_FRIDAY;
import static io.opspipeline.exchange.market.generated.Liquidity.DEEP;
import static io.opspipeline.exchange.market.generated.Liquidity.LIQUID;
import static io.opspipeline.exchange.market.generated.Liquidity.MODERATE;

import io.opspipeline.domain.instrument.Ticker;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The stocks of the default generated market: 28 large companies at round price levels of mid
/// 2025, and two index funds. Levels are such that a 14-30 day option at the money costs about 2 to
/// 9 dollars, which both accounts of the trading rules can size.
public final class DefaultListings {

    private static final List<ListedStock> UNIVERSE =
            List.of(
                    stock("AAPL", "Technology", 200, 0.28, 55, MONDAY_WEDNESDAY_FRIDAY, DEEP),
                    nickel(stock("ABNB", "Consumer Discretionary", 137, 0.37, 5, FRIDAY, LIQUID)),
                    stock("ABBV", "Health Care", 190, 0.24, 6, FRIDAY, LIQUID),
                    stock("AMD", "Technology", 118, 0.48, 45, MONDAY_WEDNESDAY_FRIDAY, DEEP),
                    stock(
                            "AMZN",
                            "Consumer Discretionary",
                            213,
                            0.31,
                            40,
                            MONDAY_WEDNESDAY_FRIDAY,
                            DEEP),
                    stock("BA", "Industrials", 205, 0.34, 8, FRIDAY, LIQUID),
                    stock("C", "Financials", 78, 0.30, 14, FRIDAY, LIQUID),
                    stock("CRM", "Technology", 262, 0.33, 7, FRIDAY, LIQUID),
                    stock("CVX", "Energy", 145, 0.26, 8, FRIDAY, LIQUID),
                    stock("DIS", "Communication Services", 119, 0.28, 9, FRIDAY, LIQUID),
                    stock("FCX", "Materials", 42, 0.43, 15, FRIDAY, LIQUID),
                    stock("GE", "Industrials", 240, 0.30, 5, FRIDAY, MODERATE),
                    stock(
                            "GOOGL",
                            "Communication Services",
                            177,
                            0.32,
                            38,
                            MONDAY_WEDNESDAY_FRIDAY,
                            DEEP),
                    stock("JPM", "Financials", 265, 0.23, 9, FRIDAY, LIQUID),
                    stock("MRK", "Health Care", 80, 0.29, 12, FRIDAY, MODERATE),
                    stock("MS", "Financials", 132, 0.27, 6, FRIDAY, MODERATE),
                    stock("MSFT", "Technology", 475, 0.21, 20, MONDAY_WEDNESDAY_FRIDAY, DEEP),
                    stock("MU", "Technology", 116, 0.47, 22, FRIDAY, LIQUID),
                    stock("NKE", "Consumer Discretionary", 62, 0.38, 14, FRIDAY, LIQUID),
                    stock("NVDA", "Technology", 142, 0.42, 190, MONDAY_WEDNESDAY_FRIDAY, DEEP),
                    stock("PLTR", "Technology", 136, 0.58, 85, MONDAY_WEDNESDAY_FRIDAY, DEEP),
                    stock("PYPL", "Financials", 74, 0.37, 11, FRIDAY, LIQUID),
                    stock("SBUX", "Consumer Discretionary", 94, 0.31, 9, FRIDAY, LIQUID),
                    stock("UBER", "Industrials", 87, 0.39, 19, FRIDAY, LIQUID),
                    stock("UNH", "Health Care", 308, 0.36, 10, FRIDAY, LIQUID),
                    stock("V", "Financials", 365, 0.21, 6, FRIDAY, MODERATE),
                    stock("WMT", "Consumer Staples", 95, 0.24, 16, FRIDAY, LIQUID),
                    stock("XOM", "Energy", 107, 0.26, 16, FRIDAY, LIQUID));

    private static final List<ListedStock> INDEX_FUNDS =
            List.of(
                    centsEverywhere(stock("QQQ", "Index Fund", 530, 0.21, 42, DAILY, DEEP)),
                    centsEverywhere(stock("SPY", "Index Fund", 600, 0.17, 65, DAILY, DEEP)));

    private DefaultListings() {}

    /// The 28 companies, by ticker.
    public static List<ListedStock> universe() {
        return UNIVERSE.stream()
                .sorted(java.util.Comparator.comparing(ListedStock::ticker))
                .toList();
    }

    /// QQQ and SPY, whose bars are always collected.
    public static List<ListedStock> indexFunds() {
        return INDEX_FUNDS;
    }

    /// Everything that the default market lists.
    public static List<ListedStock> all() {
        return Stream.concat(universe().stream(), indexFunds().stream()).toList();
    }

    /// The listing of one ticker; empty for a stock that the default market does not know.
    public static Optional<ListedStock> of(Ticker ticker) {
        return all().stream().filter(stock -> stock.ticker().equals(ticker)).findFirst();
    }

    private static ListedStock stock(
            String ticker,
            String sector,
            double price,
            double volatility,
            long millionShares,
            ExpiryCycle cycle,
            Liquidity liquidity) {
        return new ListedStock(
                Ticker.of(ticker),
                sector,
                price,
                volatility,
                millionShares * 1_000_000,
                cycle,
                liquidity,
                true,
                false);
    }

    private static ListedStock nickel(ListedStock stock) {
        return withTicks(stock, false, false);
    }

    private static ListedStock centsEverywhere(ListedStock stock) {
        return withTicks(stock, true, true);
    }

    private static ListedStock withTicks(ListedStock stock, boolean penny, boolean cents) {
        return new ListedStock(
                stock.ticker(),
                stock.sector(),
                stock.price(),
                stock.volatility(),
                stock.averageVolume(),
                stock.cycle(),
                stock.liquidity(),
                penny,
                cents);
    }
}
