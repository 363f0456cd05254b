package io.opspipeline.reliability.chaos;

import io.opspipeline.domain.money.Money;
import io.opspipeline.exchange.venue.Books;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far the database is from the exchange's books.
///
/// @param source the database
record Differences(DataSource source) {

    private static final int CENTS = 2;

    /// True when positions and cash are the broker's.
    boolean isNone(Books books) {
        return positions(books) == 0 && cash(books).amount().signum() == 0;
    }

    /// Contracts by which positions differ, all added.
    int positions(Books books) {
        int difference = 0;
        for (Books.AccountBooks account : books.accounts()) {
            Map<String, Integer> theirs = new HashMap<>();
            account.positions()
                    .forEach(held -> theirs.put(held.instrument().symbol(), held.quantity()));
            Map<String, Integer> ours = stored(account.account().id().value());
            Set<String> symbols = new HashSet<>(theirs.keySet());
            symbols.addAll(ours.keySet());
            for (String symbol : symbols) {
                difference +=
                        Math.abs(theirs.getOrDefault(symbol, 0) - ours.getOrDefault(symbol, 0));
            }
        }
        return difference;
    }

    /// Dollars by which the cash that our fills and fees make differs, to the cent, all accounts
    /// added.
    Money cash(Books books) {
        BigDecimal difference = BigDecimal.ZERO;
        for (Books.AccountBooks account : books.accounts()) {
            BigDecimal ours =
                    account.account()
                            .openingCash()
                            .amount()
                            .add(change(account.account().id().value()));
            difference = difference.add(account.account().cash().amount().subtract(ours).abs());
        }
        return new Money(difference.setScale(CENTS, RoundingMode.HALF_EVEN));
    }

    private Map<String, Integer> stored(String account) {
        Map<String, Integer> stored = new HashMap<>();
        JdbcClient.create(source)
                .sql(
                        """
                        select symbol, sum(quantity)::integer as held from active_positions
                        where account_id = ? and ended_at is null group by symbol
                        """)
                .param(account)
                .query(row -> {
                    stored.put(row.getString("symbol"), row.getInt("held"));
                });
        return stored;
    }

    private BigDecimal change(String account) {
        return JdbcClient.create(source)
                .sql(
                        """
                        select coalesce(sum(case f.side when 'BUY' then -1 else 1 end
                                            * f.quantity * f.price * p.multiplier - f.fees), 0)
                        from fills f join active_positions p using (position_id)
                        where f.account_id = ?
                        """)
                .param(account)
                .query(BigDecimal.class)
                .single();
    }
}
