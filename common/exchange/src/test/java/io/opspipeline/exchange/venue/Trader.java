package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import java.time.Duration;
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
        Venue venue =
                new Venue(
                        market,
                        settings,
                        faults,
                        List.of(opening(ACCOUNT, "10000", 2), opening(OTHER, "10000", 1)),
                        BoardMarket.second(1));
        return new Trader(venue, ACCOUNT);
    }

    /// The other trader on the same venue, with level 1.
    Trader other() {
        return new Trader(venue, OTHER);
    }

    static VenueSettings settings(double insideChance, double slowCancelChance) {
        return new VenueSettings(
                7, FeeTable.standard(), insideChance, slowCancelChance, Duration.ofMinutes(30));
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
        venue.cancel(account, order(id).id());
        return this;
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

    private void hear(OrderEvent event) {
        if (event.account().equals(account)) {
            told.add(
                    event.kind().word()
                            + " "
                            + event.order().clientOrderId()
                            + event.fill().map(Trader::describe).orElse(""));
        }
    }

    private static String describe(VenueFill fill) {
        return " %d@%s=%d".formatted(fill.quantity(), fill.price(), fill.positionAfter());
    }
}
