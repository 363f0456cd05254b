package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.market.Market;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Everything one account has: cash, orders, holdings, and the record of what happened. Guarded by
/// the venue's lock.
final class AccountBook {

    private final OpeningAccount opening;
    private final FeeTable fees;
    private final Market market;
    private final ActivityLog activities;
    private final OrderRegister orders = new OrderRegister();
    private final Holdings holdings = new Holdings();
    private final Set<OccSymbol> unexercised = new TreeSet<>();
    private final List<VenueFill> fills = new ArrayList<>();
    private final List<Settlement> settlements = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Liquidity liquidity = new Liquidity();
    private Money cash;
    private long events;

    /// @param market its session's date tells the fees
    AccountBook(OpeningAccount opening, VenueSettings settings, Market market) {
        this.opening = opening;
        this.fees = settings.fees();
        this.market = market;
        this.activities =
                new ActivityLog(
                        opening.id(),
                        new VenueIds(settings.seed()),
                        settings.expiry().nextDayActivities());
        this.cash = opening.cash();
    }

    OpeningAccount opening() {
        return opening;
    }

    OrderRegister orders() {
        return orders;
    }

    Holdings holdings() {
        return holdings;
    }

    ActivityLog activities() {
        return activities;
    }

    Liquidity liquidity() {
        return liquidity;
    }

    /// Longs that are not to be exercised at their end, and so cover nothing.
    Set<OccSymbol> unexercised() {
        return unexercised;
    }

    /// The number of the next event, from 1.
    long nextEvent() {
        return ++events;
    }

    Money cash() {
        return cash;
    }

    /// Contracts or shares held; negative when short.
    int held(Instrument instrument) {
        return holdings.held(instrument);
    }

    /// Contracts or shares that open sells may still sell.
    int offered(Instrument instrument) {
        return orders.remaining(Side.SELL, instrument);
    }

    /// Contracts or shares that open buys may still buy.
    int bid(Instrument instrument) {
        return orders.remaining(Side.BUY, instrument);
    }

    /// Cash that no open buy may take and no short needs.
    Money buyingPower() {
        return cash.minus(reserved()).minus(collateral());
    }

    /// What the shorts need, with all open orders and, if any, one more.
    Margin margin(Optional<Resting> more) {
        return margin(unexercised, more);
    }

    /// The same, if some longs were worth nothing.
    Margin margin(Set<OccSymbol> worthless, Optional<Resting> more) {
        Stream<Resting> sells =
                orders.open(Side.SELL).flatMap(order -> AccountBook.resting(order).stream());
        Stream<Resting> spreads = orders.spreads().map(WorkingSpread::resting);
        return new Margin(
                holdings.payoff().without(worthless),
                Stream.of(sells, spreads, more.stream())
                        .flatMap(all -> all)
                        .map(order -> order.without(worthless))
                        .toList());
    }

    /// What a buy costs with fees.
    Money cost(Instrument instrument, int quantity, Price price) {
        return instrument.value(price, quantity).plus(fees(instrument, Side.BUY, quantity, price));
    }

    Money fees(Instrument instrument, Side side, int quantity, Price price) {
        return fees.of(instrument, side, quantity, price, market.session().date());
    }

    /// Books an execution.
    ///
    /// @param order what it belongs to, after it
    void book(VenueFill fill, OrderProgress order) {
        int change = fill.side() == Side.BUY ? fill.quantity() : -fill.quantity();
        holdings.trade(fill.instrument(), change, fill.price(), fill.quote());
        unexercised.removeIf(contract -> held(new Instrument.Option(contract)) == 0);
        cash = cash.plus(fill.cashChange());
        fills.add(fill);
        activities.traded(fill, order);
    }

    void book(Settlement settlement) {
        holdings.end(settlement.contract());
        cash = cash.plus(settlement.cash());
        settlements.add(settlement);
        activities.settled(settlement);
    }

    /// @param contract the contract's quote now
    /// @param stock the stock's quote now
    void book(Delivery delivery, Quote contract, Quote stock) {
        Price strike = delivery.contract().strike();
        holdings.trade(
                new Instrument.Option(delivery.contract()),
                delivery.change(),
                Price.ZERO,
                contract);
        holdings.trade(delivery.stock(), delivery.shares(), strike, stock);
        cash = cash.plus(delivery.cash());
        deliveries.add(delivery);
        activities.delivered(delivery);
    }

    /// Contracts go on as others, because their stock was split.
    void adjust(OccSymbol from, OccSymbol to, int times, Instant at) {
        Instrument old = new Instrument.Option(from);
        int held = held(old);
        if (held != 0) {
            holdings.adjust(old, new Instrument.Option(to), times);
            activities.adjusted(from, to, -held, times, at);
        }
    }

    List<VenueFill> fills() {
        return List.copyOf(fills);
    }

    List<PositionView> positions() {
        return holdings.all().stream()
                .map(holding ->
                        holding.view(bid(holding.instrument()), offered(holding.instrument())))
                .toList();
    }

    AccountView view() {
        List<PositionView> positions = positions();
        return new AccountView(
                opening.id(),
                opening.number(),
                opening.optionsLevel(),
                opening.tradingBlocked(),
                opening.cash(),
                cash,
                reserved(),
                collateral(),
                sum(positions.stream().map(PositionView::value)),
                sum(positions.stream().filter(PositionView::isShort).map(PositionView::value)),
                sum(positions.stream().map(PositionView::valueAtMid)));
    }

    Books.AccountBooks books() {
        return new Books.AccountBooks(
                view(),
                positions(),
                views(OrderView.class),
                views(SpreadView.class),
                fills(),
                List.copyOf(settlements),
                List.copyOf(deliveries));
    }

    <T extends PlacedOrder> List<T> views(Class<T> kind) {
        return orders.views().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Money collateral() {
        return margin(Optional.empty()).collateral().plus(holdings.shortShares());
    }

    private Money reserved() {
        return sum(orders.open(Side.BUY).map(this::reserved))
                .plus(sum(orders.spreads().map(WorkingSpread::reserved)));
    }

    private Money reserved(WorkingOrder buy) {
        OrderTerms terms = buy.terms();
        return terms.worst()
                .map(worst -> cost(terms.instrument(), buy.remaining(), worst))
                .orElseThrow(
                        () -> new IllegalStateException("buy without a worst price: " + terms));
    }

    private static Optional<Resting> resting(WorkingOrder sell) {
        return sell.terms().instrument() instanceof Instrument.Option(var contract)
                ? Optional.of(Resting.sell(contract, sell.remaining()))
                : Optional.empty();
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.ZERO, Money::plus);
    }
}
