package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A venue, an account on it, and what the account has been told.
final class Trader {

    static final AccountId ACCOUNT = new AccountId("alpha");
    static final AccountId OTHER = new AccountId("beta");

    private final Venue venue;
    private final AccountId account;
    private final List<String> told = new ArrayList<>();

    private Trader(Venue venue, AccountId account) {
        this.venue = venue;
        this.account = account;
        venue.listen(this::hear);
    }

    /// A trader with 10,000 dollars and level 2, one second after the open; no chance inside the
    /// spread and every cancel done at once.
    static Trader on(BoardMarket market) {
        return on(market, settings(0, 0), Faults.none());
    }

    static Trader on(BoardMarket market, VenueSettings settings, Faults faults) {
        return on(market, settings, faults, "10000", 2);
    }

    /// A trader with 10,000 dollars and level 3.
    static Trader ofSpreads(BoardMarket market, VenueSettings settings, Faults faults) {
        return ofSpreads(market, settings, faults, "10000");
    }

    /// A trader with level 3.
    static Trader ofSpreads(
            BoardMarket market, VenueSettings settings, Faults faults, String cash) {
        return on(market, settings, faults, cash, 3);
    }

    private static Trader on(
            BoardMarket market, VenueSettings settings, Faults faults, String cash, int level) {
        Venue venue =
                new Venue(
                        market,
                        settings,
                        faults,
                        List.of(opening(ACCOUNT, cash, level), opening(OTHER, "10000", 1)),
                        BoardMarket.second(1));
        return new Trader(venue, ACCOUNT);
    }

    /// The other trader on the same venue, with level 1.
    Trader other() {
        return new Trader(venue, OTHER);
    }

    static VenueSettings settings(double insideChance, double slowCancelChance) {
        return settings(insideChance, slowCancelChance, Expiries.standard());
    }

    static VenueSettings settings(double insideChance, double slowCancelChance, Expiries expiries) {
        return new VenueSettings(7, FeeTable.standard(), insideChance, slowCancelChance, expiries);
    }

    static OpeningAccount opening(AccountId id, String cash, int level) {
        String name = id.value();
        return new OpeningAccount(
                id, "PA-" + name, "key-" + name, "secret-" + name, Money.of(cash), level);
    }

    static OrderSubmission limit(String id, Side side, String symbol, String qty, String price) {
        return new OrderSubmission(
                Optional.of(id),
                symbol,
                side,
                new BigDecimal(qty),
                OrderType.LIMIT,
                Optional.of(new BigDecimal(price)),
                Optional.empty());
    }

    static OrderSubmission market(String id, Side side, String symbol, String qty) {
        return new OrderSubmission(
                Optional.of(id),
                symbol,
                side,
                new BigDecimal(qty),
                OrderType.MARKET,
                Optional.empty(),
                Optional.empty());
    }

    Venue venue() {
        return venue;
    }

    SubmitAnswer send(OrderSubmission submission) {
        return venue.submit(account, submission);
    }

    Trader buys(String id, String symbol, int quantity, String price) {
        send(limit(id, Side.BUY, symbol, Integer.toString(quantity), price));
        return this;
    }

    Trader sells(String id, String symbol, int quantity, String price) {
        send(limit(id, Side.SELL, symbol, Integer.toString(quantity), price));
        return this;
    }

    Trader cancels(String id) {
        venue.cancel(account, venue.placedByClientId(account, id).orElseThrow().id());
        return this;
    }

    /// Sends a spread; each leg is such as `+1 SYMBOL` to buy or `-2 SYMBOL` to sell, to open, or
    /// with an `x` at its end to close.
    SpreadAnswer spread(String id, int units, String net, String... legs) {
        return venue.submit(account, Spreads.limit(id, units, net, legs));
    }

    SpreadView spread(String clientOrderId) {
        return (SpreadView) venue.placedByClientId(account, clientOrderId).orElseThrow();
    }

    /// Symbols and quantities held.
    List<String> held() {
        return positions().stream()
                .map(position -> position.quantity() + " " + position.instrument().symbol())
                .toList();
    }

    /// Type, quantity, symbol and cash of each line of the history that shows, oldest first.
    List<String> history() {
        return venue.activities(account).stream().map(Trader::describe).toList();
    }

    /// Advances to some seconds after the open.
    Trader at(long second) {
        venue.advanceTo(BoardMarket.second(second));
        return this;
    }

    Trader atClose() {
        venue.advanceTo(venue.market().session().close());
        return this;
    }

    OrderView order(String clientOrderId) {
        return venue.orderByClientId(account, clientOrderId).orElseThrow();
    }

    AccountView view() {
        return venue.account(account);
    }

    List<PositionView> positions() {
        return venue.positions(account);
    }

    Books.AccountBooks books() {
        return venue.books().accounts().stream()
                .filter(books -> books.account().id().equals(account))
                .findFirst()
                .orElseThrow();
    }

    /// Every event so far: kind, client order id, and quantity@price=position of a fill.
    List<String> told() {
        return List.copyOf(told);
    }

    private void hear(VenueEvent event) {
        if (event.account().equals(account)) {
            told.add(
                    event.kind().word()
                            + " "
                            + event.order().clientOrderId()
                            + switch (event) {
                                case OrderEvent order ->
                                        order.fill().map(Trader::describe).orElse("");
                                case SpreadEvent spread -> describe(spread);
                            });
        }
    }

    private static String describe(SpreadEvent event) {
        return event.units() == 0
                ? ""
                : " %d@%s %s"
                        .formatted(
                                event.units(),
                                event.net(),
                                event.fills().stream().map(Trader::describe).toList());
    }

    private static String describe(Activity activity) {
        return switch (activity) {
            case Activity.Trade trade ->
                    "FILL %d %s %s"
                            .formatted(
                                    trade.fill().quantity(),
                                    trade.fill().instrument().symbol(),
                                    trade.status().word());
            case Activity.OptionEvent event ->
                    "%s %d %s %s"
                            .formatted(
                                    event.type(),
                                    event.change(),
                                    event.instrument().symbol(),
                                    event.cash());
        };
    }

    private static String describe(VenueFill fill) {
        return " %d@%s=%d".formatted(fill.quantity(), fill.price(), fill.positionAfter());
    }
}
