package io.opspipeline.exchange.market.generated;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.market.theory.Black;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The options of one stock, priced when somebody asks: a theoretical value from the stock's path
/// and a volatility surface, and a spread around it.
public final class GeneratedChain {

    private final SessionPath path;
    private final VolatilitySurface surface;
    private final VarianceClock variance;
    private final List<LocalDate> expiries;
    private final Map<OccSymbol, Contract> contracts;
    private final List<OptionListing> listings;
    private final SpreadModel spreads;
    private final double[] volumePassed;

    private volatile @Nullable ChainInstant latest;

    GeneratedChain(
            SessionPath path,
            VolatilitySurface surface,
            VarianceClock variance,
            List<LocalDate> expiries,
            Map<OccSymbol, Contract> contracts,
            SpreadModel spreads) {
        this.path = path;
        this.surface = surface;
        this.variance = variance;
        this.expiries = expiries;
        this.contracts = contracts;
        this.listings = contracts.values().stream().map(Contract::listing).toList();
        this.spreads = spreads;
        int minutes = path.clock().session().minutes();
        this.volumePassed = IntradayShape.cumulated(IntradayShape.volume(minutes));
    }

    /// Every contract, by symbol.
    public List<OptionListing> listings() {
        return listings;
    }

    /// One contract; empty when it is not listed.
    public Optional<OptionListing> listing(OccSymbol symbol) {
        return find(symbol).map(Contract::listing);
    }

    /// The quote at an instant; empty before the open and for what is not listed.
    public Optional<RawQuote> quote(OccSymbol symbol, Instant at) {
        if (path.clock().isBeforeOpen(at)) {
            return Optional.empty();
        }
        return find(symbol).map(contract -> quote(contract, instant(path.clock().stepAt(at))));
    }

    /// Contracts traded in this session up to an instant.
    public OptionalLong volume(OccSymbol symbol, Instant at) {
        Optional<Contract> contract = find(symbol);
        if (contract.isEmpty()) {
            return OptionalLong.empty();
        }
        if (path.clock().isBeforeOpen(at)) {
            return OptionalLong.of(0);
        }
        int minute = path.clock().stepAt(at) / SessionClock.STEPS_PER_MINUTE;
        return OptionalLong.of((long) (contract.get().activity().today() * volumePassed[minute]));
    }

    /// Contracts traded in the session before.
    public OptionalLong previousVolume(OccSymbol symbol) {
        return find(symbol).stream()
                .mapToLong(contract -> contract.activity().previous())
                .findAny();
    }

    /// Contracts open at the end of the session before.
    public OptionalInt openInterest(OccSymbol symbol) {
        return find(symbol).stream()
                .mapToInt(contract -> contract.activity().openInterest())
                .findAny();
    }

    /// The theoretical value before ticks, dollars per share; empty as [#quote].
    Optional<Black.Theory> theory(OccSymbol symbol, Instant at) {
        if (path.clock().isBeforeOpen(at)) {
            return Optional.empty();
        }
        return find(symbol).map(contract -> theory(contract, instant(path.clock().stepAt(at))));
    }

    private RawQuote quote(Contract contract, ChainInstant now) {
        double moneyness = StrictMath.log(contract.strike() / now.spot());
        double atTheMoney = now.deviation(contract.expiry());
        double deviation = surface.atStrike(atTheMoney, moneyness);
        Black.Theory theory =
                Black.theory(contract.right(), now.spot(), contract.strike(), deviation);
        double days = now.days(contract.expiry());
        double half = spreads.halfSpread(contract, theory, now.spot(), deviation, days, now.step());
        double distance = atTheMoney > 0 ? moneyness / atTheMoney : 0;
        return contract.grid()
                .around(
                        theory.value(),
                        half,
                        spreads.size(contract, distance, now.step(), 0),
                        spreads.size(contract, distance, now.step(), 1),
                        now.at());
    }

    private Black.Theory theory(Contract contract, ChainInstant now) {
        double moneyness = StrictMath.log(contract.strike() / now.spot());
        double deviation = surface.atStrike(now.deviation(contract.expiry()), moneyness);
        return Black.theory(contract.right(), now.spot(), contract.strike(), deviation);
    }

    private Optional<Contract> find(OccSymbol symbol) {
        return Optional.ofNullable(contracts.get(symbol));
    }

    private ChainInstant instant(int step) {
        ChainInstant known = latest;
        if (known != null && known.step() == step) {
            return known;
        }
        double[] deviations = new double[expiries.size()];
        double[] days = new double[expiries.size()];
        for (int expiry = 0; expiry < deviations.length; expiry++) {
            deviations[expiry] = surface.atTheMoney(step, expiries.get(expiry));
            days[expiry] = variance.daysLeft(step, expiries.get(expiry));
        }
        ChainInstant made =
                new ChainInstant(
                        step, path.clock().instantOf(step), path.priceAt(step), deviations, days);
        latest = made;
        return made;
    }
}
