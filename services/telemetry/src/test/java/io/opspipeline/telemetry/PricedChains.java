package io.opspipeline.telemetry;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.ListedContract;
import io.opspipeline.domain.market.OptionSnapshot;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteFault;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.money.Price;
import io.opspipeline.market.option.OptionPricing;
import io.opspipeline.market.option.TimeToExpiry;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.ChainWindow;
import io.opspipeline.ports.market.OptionChains;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/// Chains of stocks at 100 dollars whose options are worth a volatility of 25 %: strikes every
/// dollar, expiries on Fridays.
final class PricedChains implements OptionChains {

    static final double VOLATILITY = 0.25;
    static final double RATE = 0.04;

    String feed = "opra";
    final Set<Ticker> broken = new HashSet<>();
    final List<ChainWindow> asked = new ArrayList<>();
    private final Instant now;

    PricedChains(Instant now) {
        this.now = now;
    }

    @Override
    public List<ListedContract> listed(ChainWindow window) {
        throw new UnsupportedOperationException("telemetry asks for snapshots");
    }

    @Override
    public List<OptionSnapshot> snapshots(ChainWindow window) {
        asked.add(window);
        if (broken.contains(window.underlying())) {
            throw new BrokerUnavailable("no chain of " + window.underlying());
        }
        List<OptionSnapshot> chain = new ArrayList<>();
        for (LocalDate day = window.firstExpiry();
                !day.isAfter(window.lastExpiry());
                day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.FRIDAY) {
                addExpiry(window, day, chain);
            }
        }
        return chain;
    }

    @Override
    public Map<OccSymbol, QuoteReading> quotes(Set<OccSymbol> contracts) {
        return Map.of();
    }

    @Override
    public String feed() {
        return feed;
    }

    private void addExpiry(ChainWindow window, LocalDate expiry, List<OptionSnapshot> chain) {
        int lowest = window.lowestStrike().perShare().setScale(0, RoundingMode.CEILING).intValue();
        for (int strike = lowest; strike <= window.highestStrike().asDouble(); strike++) {
            for (Right right : Right.values()) {
                var symbol =
                        new OccSymbol(
                                window.underlying().symbol(),
                                expiry,
                                right,
                                new Price(BigDecimal.valueOf(strike)));
                chain.add(snapshot(symbol));
            }
        }
    }

    private OptionSnapshot snapshot(OccSymbol symbol) {
        return new OptionSnapshot(
                symbol,
                reading(symbol),
                OptionalLong.of(7),
                OptionalLong.empty(),
                Map.of(),
                OptionalDouble.empty(),
                LocalDate.of(2026, 11, 23));
    }

    /// The lowest strike has no usable quote.
    private QuoteReading reading(OccSymbol symbol) {
        if (symbol.strike().isBelow(Price.of("99"))) {
            return new QuoteReading.Unusable(QuoteFault.CROSSED, now);
        }
        Instant close = SessionCalendar.nyse().lastOnOrBefore(symbol.expiry()).close();
        double value =
                OptionPricing.price(
                        symbol.right(),
                        100,
                        symbol.strike().asDouble(),
                        TimeToExpiry.years(now, close),
                        RATE,
                        0,
                        VOLATILITY);
        var quote = new Quote(Price.ofComputed(value - 0.01), Price.ofComputed(value + 0.01), 5, 5);
        return new QuoteReading.Seen(new Sighting(quote, now, now));
    }
}
