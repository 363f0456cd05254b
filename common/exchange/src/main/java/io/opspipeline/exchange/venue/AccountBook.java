package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.order.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything one account has: cash, orders, holdings, and the record of what happened. Guarded by
/// the venue's lock.
final class AccountBook {

    private final OpeningAccount opening;
    private final FeeTable fees;
    private final LocalDate day;
    private final OrderRegister orders = new OrderRegister();
    private final Map<String, Holding> holdings = new TreeMap<>();
    private final List<VenueFill> fills = new ArrayList<>();
    private final List<Settlement> settlements = new ArrayList<>();
    private final Liquidity liquidity = new Liquidity();
    private Money cash;
    private long events;

    /// @param day the session's date, for the fees
    AccountBook(OpeningAccount opening, FeeTable fees, LocalDate day) {
        this.opening = opening;
        this.fees = fees;
        this.day = day;
        this.cash = opening.cash();
    }

    OpeningAccount opening() {
        return opening;
    }

    OrderRegister orders() {
        return orders;
    }

    Liquidity liquidity() {
        return liquidity;
    }

    /// The number of the next event, from 1.
    long nextEvent() {
        return ++events;
    }

    /// A copy, so that holdings can end meanwhile.
    List<Holding> holdings() {
        return List.copyOf(holdings.values());
    }

    /// Contracts or shares held.
    int held(Instrument instrument) {
        Holding holding = holdings.get(instrument.symbol());
        return holding == null ? 0 : holding.quantity();
    }

    /// Contracts or shares that open sells may still sell.
    int offered(Instrument instrument) {
        return orders.open(Side.SELL, instrument).mapToInt(WorkingOrder::remaining).sum();
    }

    /// Cash that no open buy may take.
    Money buyingPower() {
        return cash.minus(reserved());
    }

    /// What a buy costs with fees.
    Money cost(Instrument instrument, int quantity, Price price) {
        Money fee = fees.of(instrument, Side.BUY, quantity, price, day);
        return instrument.value(price, quantity).plus(fee);
    }

    Money fees(Instrument instrument, Side side, int quantity, Price price) {
        return fees.of(instrument, side, quantity, price, day);
    }

    void book(VenueFill fill) {
        String symbol = fill.instrument().symbol();
        Holding holding =
                holdings.computeIfAbsent(symbol, _ -> new Holding(fill.instrument(), fill.quote()));
        holding.apply(fill);
        if (holding.quantity() == 0) {
            holdings.remove(symbol);
        }
        cash = cash.plus(fill.cashChange());
        fills.add(fill);
    }

    void book(Settlement settlement) {
        holdings.remove(settlement.contract().toString());
        cash = cash.plus(settlement.cash());
        settlements.add(settlement);
    }

    List<VenueFill> fills() {
        return List.copyOf(fills);
    }

    List<PositionView> positions() {
        return holdings.values().stream()
                .map(holding -> holding.view(offered(holding.instrument())))
                .toList();
    }

    AccountView view() {
        List<PositionView> positions = positions();
        return new AccountView(
                opening.id(),
                opening.number(),
                opening.optionsLevel(),
                opening.cash(),
                cash,
                reserved(),
                positions.stream().map(PositionView::value).reduce(Money.ZERO, Money::plus),
                positions.stream().map(PositionView::valueAtMid).reduce(Money.ZERO, Money::plus));
    }

    Books.AccountBooks books() {
        return new Books.AccountBooks(
                view(), positions(), orders.views(), fills(), List.copyOf(settlements));
    }

    private Money reserved() {
        return orders.open(Side.BUY).map(this::reserved).reduce(Money.ZERO, Money::plus);
    }

    private Money reserved(WorkingOrder buy) {
        OrderTerms terms = buy.terms();
        return terms.worst()
                .map(worst -> cost(terms.instrument(), buy.remaining(), worst))
                .orElseThrow(
                        () -> new IllegalStateException("buy without a worst price: " + terms));
    }
}
