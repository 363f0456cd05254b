package io.opspipeline.local.day;

import io.opspipeline.domain.money.Money;
import io.opspipeline.exchange.venue.Books;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.venue.SpreadView;
import io.opspipeline.exchange.venue.VenueFill;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Compares the database with the exchange's own books, account by account. Orders of somebody else
/// are not in the database's books: of each a person must have been told, and of each contract that
/// is short. Spreads are always somebody else's. What a trade by hand did to a position of ours
/// must be there as the exchange has it.
final class BookChecks {

    /// How many statements are checked.
    static final int STATEMENTS = 7;

    private final JdbcClient jdbc;
    private final Books books;

    BookChecks(JdbcClient jdbc, Books books) {
        this.jdbc = jdbc;
        this.books = books;
    }

    List<String> broken() {
        List<String> broken = new ArrayList<>();
        for (Books.AccountBooks account : books.accounts()) {
            String id = account.account().id().value();
            ids(account, id, broken);
            compare("positions", id, positions(account), stored(POSITIONS, id), broken);
            Set<String> foreign = told(FOREIGN, id);
            compare("orders", id, orders(account, foreign), stored(ORDERS, id), broken);
            foreign.addAll(legs(account));
            List<VenueFill> ours =
                    account.fills().stream()
                            .filter(fill -> !foreign.contains(fill.orderId()))
                            .toList();
            compare("fills", id, fills(ours), stored(FILLS, id), broken);
            compare("fees", id, fees(ours), stored(FEES, id), broken);
            Map<String, BigDecimal> outside = stored(OUTSIDE, id);
            compare(
                    "trades by hand",
                    id,
                    byHand(account.fills(), foreign, outside.keySet()),
                    outside,
                    broken);
            cash(account, id, broken);
        }
        return broken;
    }

    private static final String POSITIONS =
            """
            select symbol, sum(quantity)::text from active_positions
            where account_id = ? and ended_at is null group by symbol
            """;

    private static final String ORDERS =
            """
            select client_order_id, filled_quantity::text from orders
            where account_id = ? and broker_order_id is not null
            """;

    private static final String FILLS =
            """
            select client_order_id, round(sum(quantity * price), 4)::text from fills
            where account_id = ? group by client_order_id
            """;

    private static final String FEES =
            """
            select 'all', coalesce(sum(fees), 0)::text from fills where account_id = ?
            """;

    /// The broker's names of the orders of somebody else that a person was told of.
    private static final String FOREIGN =
            """
            select substr(event_id, length('foreign-order ' || account_id || ' ') + 1)
            from alerts where account_id = ? and event_id like 'foreign-order %'
            """;

    /// Symbols that a person was told are short.
    private static final String SHORTS =
            """
            select split_part(event_id, ' ', 4)
            from alerts where account_id = ? and event_id like 'books % short %'
            """;

    /// What a trade by hand brought or took, fees included.
    private static final String OUTSIDE =
            """
            select split_part(fill_id, '::', 2), (quantity * price + fees)::text from outside_fills
            where account_id = ?
            """;

    private static void ids(Books.AccountBooks account, String id, List<String> broken) {
        Set<String> seen = new HashSet<>();
        for (OrderView order : account.orders()) {
            if (!seen.add(order.clientOrderId())) {
                broken.add(
                        "one order per client order id: %s %s"
                                .formatted(id, order.clientOrderId()));
            }
        }
    }

    private static void cash(Books.AccountBooks account, String id, List<String> broken) {
        Money off = account.account().cash().minus(account.expectedCash());
        if (off.amount().signum() != 0) {
            broken.add("cash follows from the fills: %s is off by %s".formatted(id, off));
        }
    }

    private static void compare(
            String what,
            String account,
            Map<String, BigDecimal> exchange,
            Map<String, BigDecimal> database,
            List<String> broken) {
        Set<String> keys = new HashSet<>(exchange.keySet());
        keys.addAll(database.keySet());
        for (String key : keys.stream().sorted().toList()) {
            BigDecimal theirs = exchange.getOrDefault(key, BigDecimal.ZERO);
            BigDecimal ours = database.getOrDefault(key, BigDecimal.ZERO);
            if (theirs.compareTo(ours) != 0) {
                broken.add(
                        "%s agree with the exchange: %s %s is %s there and %s here"
                                .formatted(what, account, key, theirs, ours));
            }
        }
    }

    private Map<String, BigDecimal> positions(Books.AccountBooks account) {
        Set<String> shorts = told(SHORTS, account.account().id().value());
        return account.positions().stream()
                .filter(each -> !(each.isShort() && shorts.contains(each.instrument().symbol())))
                .collect(
                        Collectors.toMap(
                                position -> position.instrument().symbol(),
                                position -> BigDecimal.valueOf(position.quantity())));
    }

    private static Map<String, BigDecimal> orders(Books.AccountBooks account, Set<String> foreign) {
        return account.orders().stream()
                .filter(order -> !foreign.contains(order.id()))
                .collect(
                        Collectors.toMap(
                                OrderView::clientOrderId,
                                order -> BigDecimal.valueOf(order.filledQuantity()),
                                (first, _) -> first));
    }

    private static Map<String, BigDecimal> fills(List<VenueFill> fills) {
        return sums(
                fills,
                VenueFill::clientOrderId,
                fill -> fill.price().perShare().multiply(BigDecimal.valueOf(fill.quantity())));
    }

    private static Map<String, BigDecimal> byHand(
            List<VenueFill> fills, Set<String> foreign, Set<String> booked) {
        return sums(
                fills.stream()
                        .filter(fill -> foreign.contains(fill.orderId()))
                        .filter(fill -> booked.contains(fill.executionId()))
                        .toList(),
                VenueFill::executionId,
                fill ->
                        fill.price()
                                .perShare()
                                .multiply(BigDecimal.valueOf(fill.quantity()))
                                .add(fill.fees().amount()));
    }

    private static Map<String, BigDecimal> fees(List<VenueFill> fills) {
        Map<String, BigDecimal> fees = sums(fills, _ -> "all", fill -> fill.fees().amount());
        fees.putIfAbsent("all", BigDecimal.ZERO);
        return fees;
    }

    private static Map<String, BigDecimal> sums(
            List<VenueFill> fills,
            Function<VenueFill, String> key,
            Function<VenueFill, BigDecimal> value) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        fills.forEach(fill -> sums.merge(key.apply(fill), value.apply(fill), BigDecimal::add));
        return sums;
    }

    private static List<String> legs(Books.AccountBooks account) {
        return account.spreads().stream()
                .flatMap(spread -> spread.legs().stream())
                .map(SpreadView.Leg::id)
                .toList();
    }

    private Set<String> told(String query, String account) {
        return new HashSet<>(jdbc.sql(query).param(account).query(String.class).list());
    }

    private Map<String, BigDecimal> stored(String query, String account) {
        Map<String, BigDecimal> stored = new TreeMap<>();
        jdbc.sql(query)
                .param(account)
                .query(row -> {
                    stored.put(row.getString(1), new BigDecimal(row.getString(2)));
                });
        return stored;
    }
}
