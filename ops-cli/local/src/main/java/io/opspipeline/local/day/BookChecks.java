package io.opspipeline.local.day;

import io.opspipeline.domain.money.Money;
import io.opspipeline.exchange.venue.Books;
import io.opspipeline.exchange.venue.OrderView;
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

/// Compares the database with the exchange's own books, account by account.
final class BookChecks {

    /// How many statements are checked.
    static final int STATEMENTS = 6;

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
            compare("orders", id, orders(account), stored(ORDERS, id), broken);
            compare("fills", id, fills(account), stored(FILLS, id), broken);
            compare("fees", id, fees(account), stored(FEES, id), broken);
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

    private static Map<String, BigDecimal> positions(Books.AccountBooks account) {
        return account.positions().stream()
                .collect(
                        Collectors.toMap(
                                position -> position.instrument().symbol(),
                                position -> BigDecimal.valueOf(position.quantity())));
    }

    private static Map<String, BigDecimal> orders(Books.AccountBooks account) {
        return account.orders().stream()
                .collect(
                        Collectors.toMap(
                                OrderView::clientOrderId,
                                order -> BigDecimal.valueOf(order.filledQuantity()),
                                (first, _) -> first));
    }

    private static Map<String, BigDecimal> fills(Books.AccountBooks account) {
        return sums(
                account,
                VenueFill::clientOrderId,
                fill -> fill.price().perShare().multiply(BigDecimal.valueOf(fill.quantity())));
    }

    private static Map<String, BigDecimal> fees(Books.AccountBooks account) {
        Map<String, BigDecimal> fees = sums(account, _ -> "all", fill -> fill.fees().amount());
        fees.putIfAbsent("all", BigDecimal.ZERO);
        return fees;
    }

    private static Map<String, BigDecimal> sums(
            Books.AccountBooks account,
            Function<VenueFill, String> key,
            Function<VenueFill, BigDecimal> value) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        account.fills()
                .forEach(fill -> sums.merge(key.apply(fill), value.apply(fill), BigDecimal::add));
        return sums;
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
