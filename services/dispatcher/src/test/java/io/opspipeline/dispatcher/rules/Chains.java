package io.opspipeline.dispatcher.rules;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.ListedContract;
import io.opspipeline.domain.market.OptionSnapshot;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A small chain to choose from; the stock is at 100.
final class Chains {

    static final LimitsFigures FIGURES = new LimitsFigures();

    private static final Instant OPEN =
            SessionCalendar.nyse().sessionOn(Entries.DAY).orElseThrow().open();

    private final Strategy strategy;
    private final Right right;
    private final List<ListedContract> listed = new ArrayList<>();
    private final Map<OccSymbol, OptionSnapshot> snapshots = new HashMap<>();
    private Optional<Duration> beforeOpen = Optional.empty();
    private Money room = Money.of("2000");
    private Map<String, Double> feedGreeks = Map.of();
    private Money riskDollars = Money.of("1210");

    Chains(Strategy strategy, Right right) {
        this.strategy = strategy;
        this.right = right;
    }

    /// The figures of the trading rules.
    static final class LimitsFigures {

        final ContractLimits limits =
                new ContractLimits(
                        new ContractLimits.Days(14, 30),
                        new ContractLimits.Days(7, 13),
                        new ContractLimits.Days(0, 1),
                        0.015,
                        0.35,
                        Duration.ofSeconds(60),
                        0.10,
                        new BigDecimal("0.30"),
                        0.05,
                        200,
                        500,
                        10,
                        40,
                        0.04);
    }

    Chains room(String dollars) {
        room = Money.of(dollars);
        return this;
    }

    Chains risk(String dollars) {
        riskDollars = Money.of(dollars);
        return this;
    }

    /// The quotes added from now on were made so long before the open, and are repeated.
    Chains quotedBeforeOpen(Duration by) {
        beforeOpen = Optional.of(by);
        return this;
    }

    /// The delta that the feed gives to every contract added from now on.
    Chains feedDelta(double delta) {
        feedGreeks = Map.of("delta", delta);
        return this;
    }

    /// A contract with a quote of ten lots a side, volume 1,000 and open interest 100.
    Chains add(int days, String strike, String bid, String ask) {
        return add(days, strike, bid, ask, 1_000, 100, 10);
    }

    Chains add(
            int days, String strike, String bid, String ask, long volume, int interest, int size) {
        return add(
                days,
                strike,
                new Quote(Price.of(bid), Price.of(ask), size, size),
                volume,
                interest,
                Duration.ZERO,
                100);
    }

    Chains add(
            int days,
            String strike,
            Quote quote,
            long volume,
            int interest,
            Duration age,
            int multiplier) {
        OccSymbol symbol = symbol(days, strike);
        listed.add(
                new ListedContract(
                        symbol,
                        Ticker.of("ABC"),
                        multiplier,
                        true,
                        true,
                        OptionalInt.of(interest)));
        Instant seen = Entries.ELEVEN.minus(age);
        Instant quotedAt = beforeOpen.map(OPEN::minus).orElse(seen);
        snapshots.put(
                symbol,
                new OptionSnapshot(
                        symbol,
                        new QuoteReading.Seen(new Sighting(quote, quotedAt, seen)),
                        volume < 0 ? OptionalLong.empty() : OptionalLong.of(volume),
                        OptionalLong.empty(),
                        feedGreeks,
                        OptionalDouble.empty(),
                        Entries.DAY));
        return this;
    }

    OccSymbol symbol(int days, String strike) {
        return new OccSymbol("ABC", Entries.DAY.plusDays(days), right, Price.of(strike));
    }

    ContractInputs inputs() {
        Map<LocalDate, Instant> closes = new HashMap<>();
        for (ListedContract contract : listed) {
            LocalDate expiry = contract.symbol().expiry();
            closes.put(expiry, SessionCalendar.nyse().lastOnOrBefore(expiry).close());
        }
        return new ContractInputs(
                strategy,
                right,
                Price.of("100"),
                Entries.DAY,
                OPEN,
                Entries.ELEVEN,
                List.copyOf(listed),
                Map.copyOf(snapshots),
                closes,
                riskDollars,
                room);
    }
}
