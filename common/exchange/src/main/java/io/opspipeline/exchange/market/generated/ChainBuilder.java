package io.opspipeline.exchange.market.generated;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.market.OptionListing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lists the contracts of a stock for one day. What is listed, and how much of it is traded,
/// follows from the previous close, never from the day itself.
final class ChainBuilder {

    private final long seed;
    private final ListedStock stock;
    private final LocalDate day;
    private final double reference;
    private final VarianceClock variance;
    private final List<OccSymbol> symbols = new ArrayList<>();
    private final List<ActivityModel.Place> places = new ArrayList<>();

    /// @param seed of volumes, sizes and spreads
    /// @param stock the stock
    /// @param clock the traded session
    /// @param reference the previous close, dollars per share
    /// @param variance time to expiry
    ChainBuilder(
            long seed,
            ListedStock stock,
            SessionClock clock,
            double reference,
            VarianceClock variance) {
        this.seed = seed;
        this.stock = stock;
        this.day = clock.session().date();
        this.reference = reference;
        this.variance = variance;
    }

    /// The chain around a path, on a surface.
    GeneratedChain chain(SessionPath path, VolatilitySurface surface) {
        List<LocalDate> expiries = List.copyOf(ExpiryDates.listedOn(day, stock.cycle()));
        expiries.forEach(this::list);
        ActivityModel activity = ActivityModel.over(places, stock.liquidity());
        Map<OccSymbol, Contract> contracts = LinkedHashMap.newLinkedHashMap(symbols.size());
        for (int i = 0; i < symbols.size(); i++) {
            OccSymbol symbol = symbols.get(i);
            contracts.put(symbol, contract(symbol, expiries, activity, places.get(i)));
        }
        SpreadModel spreads = new SpreadModel(stock.liquidity());
        return new GeneratedChain(path, surface, variance, expiries, contracts, spreads);
    }

    private void list(LocalDate expiry) {
        double days = variance.daysLeft(0, expiry);
        double deviation = StrictMath.sqrt(stock.dayVariance() * days);
        long daysLeft = ChronoUnit.DAYS.between(day, expiry);
        boolean monthly = ExpiryDates.isMonthly(expiry);
        List<Price> strikes = StrikeLadder.strikes(reference, stock.cycle(), day, expiry);
        for (Right right : Right.values()) {
            for (Price strike : strikes) {
                symbols.add(new OccSymbol(stock.ticker().symbol(), expiry, right, strike));
                double distance = StrictMath.log(strike.asDouble() / reference) / deviation;
                places.add(
                        new ActivityModel.Place(daysLeft, monthly, distance, right == Right.CALL));
            }
        }
    }

    private Contract contract(
            OccSymbol symbol,
            List<LocalDate> expiries,
            ActivityModel activity,
            ActivityModel.Place place) {
        OptionListing listing =
                new OptionListing(symbol, stock.pennyProgram(), stock.centsEverywhere());
        long key = Draws.key(seed, symbol.toString(), "contract");
        return new Contract(
                listing,
                expiries.indexOf(symbol.expiry()),
                symbol.strike().asDouble(),
                TickGrid.of(listing),
                key,
                activity.activity(place, new Draws(key)));
    }
}
