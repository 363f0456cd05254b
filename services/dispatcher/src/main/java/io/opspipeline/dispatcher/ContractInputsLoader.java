package io.opspipeline.dispatcher;

import io.opspipeline.dispatcher.rules.ContractInputs;
import io.opspipeline.dispatcher.rules.ContractLimits;
import io.opspipeline.dispatcher.rules.SizingRule;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.ListedContract;
import io.opspipeline.domain.market.OptionSnapshot;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.money.Price;
import io.opspipeline.ports.market.ChainWindow;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.OptionChains;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads the part of a chain that an entry may choose from.
final class ContractInputsLoader {

    /// A target of a day entry may lie off the spot; a strike further than this from what the
    /// limits allow is never chosen and not read.
    private static final double BEYOND = 0.005;

    private final SessionCalendar calendar;
    private final MarketData marketData;
    private final OptionChains chains;
    private final ContractLimits limits;

    ContractInputsLoader(
            SessionCalendar calendar,
            MarketData marketData,
            OptionChains chains,
            ContractLimits limits) {
        this.calendar = calendar;
        this.marketData = marketData;
        this.chains = chains;
        this.limits = limits;
    }

    /// The chain around the money; empty when the stock has no price.
    ///
    /// @throws io.opspipeline.ports.broker.BrokerUnavailable when the feed gives no readable answer
    Optional<ContractInputs> load(EntryRequest request) {
        return spot(request.ticker()).map(spot -> load(request, spot));
    }

    /// The same inputs with one quote read again.
    ContractInputs requoted(ContractInputs inputs, OccSymbol symbol) {
        QuoteReading reading = chains.quotes(Set.of(symbol)).get(symbol);
        return inputs.withReading(symbol, Optional.ofNullable(reading));
    }

    private ContractInputs load(EntryRequest request, Price spot) {
        LocalDate today = NewYork.dateOf(request.asOf());
        ChainWindow window = window(request, spot, today);
        List<ListedContract> listed = chains.listed(window);
        Map<OccSymbol, OptionSnapshot> snapshots =
                chains.snapshots(window).stream()
                        .collect(Collectors.toMap(OptionSnapshot::symbol, Function.identity()));
        return new ContractInputs(
                request.account().strategy(),
                right(request.type()),
                spot,
                today,
                calendar.sessionOn(today).map(Session::open).orElse(request.asOf()),
                request.asOf(),
                listed,
                snapshots,
                expiryCloses(listed),
                SizingRule.riskDollars(request.equity(), request.account().tier()),
                request.exposureRoom().min(request.riskBudgetRoom()));
    }

    private ChainWindow window(EntryRequest request, Price spot, LocalDate today) {
        boolean swing = request.account().strategy() == Strategy.SWING;
        int first = swing ? limits.swingNear().first() : limits.day().first();
        int last = swing ? limits.swingFar().last() : limits.day().last();
        return new ChainWindow(
                request.ticker(),
                today.plusDays(first),
                today.plusDays(last),
                Optional.of(right(request.type())),
                spot.times(BigDecimal.valueOf(1 - reach())),
                spot.times(BigDecimal.valueOf(1 + reach())));
    }

    private double reach() {
        return limits.strikeDistance() + limits.dayOutOfMoney() + BEYOND;
    }

    private Map<LocalDate, Instant> expiryCloses(List<ListedContract> listed) {
        Map<LocalDate, Instant> closes = new HashMap<>();
        for (ListedContract contract : listed) {
            closes.computeIfAbsent(
                    contract.symbol().expiry(), expiry -> calendar.lastOnOrBefore(expiry).close());
        }
        return closes;
    }

    /// The mid of the stock, or its last trade where there is no quote of both sides.
    private Optional<Price> spot(Ticker ticker) {
        return Optional.ofNullable(marketData.snapshots(Set.of(ticker)).get(ticker))
                .flatMap(snapshot ->
                        switch (snapshot.reading()) {
                            case QuoteReading.Seen(Sighting sighting)
                                    when sighting.quote().hasBid() ->
                                    Optional.of(sighting.quote().mid());
                            case QuoteReading.Seen _, QuoteReading.Unusable _ ->
                                    snapshot.lastPrice();
                        });
    }

    private static Right right(InstrumentType type) {
        return switch (type) {
            case CALL -> Right.CALL;
            case PUT -> Right.PUT;
            case STOCK -> throw new IllegalArgumentException("stock has no right");
        };
    }
}
