package io.opspipeline.persistence.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.persistence.market.RecentDays;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// What was known when a position was entered.
///
/// @param strategy the account's strategy
/// @param spread of the quote the order was priced on, else of the plan's, per share
/// @param delta ours, at plan time; empty for stock
/// @param impliedVolatility ours, at plan time; empty for stock
/// @param underlying close of the newest bar of the ticker that had closed by the fill
record EntryContext(
        Strategy strategy,
        Optional<BigDecimal> spread,
        OptionalDouble delta,
        OptionalDouble impliedVolatility,
        Optional<Price> underlying) {

    /// The age up to which a bar speaks for the underlying.
    private static final Duration LATELY = Duration.ofMinutes(2);

    /// The context of an entry order.
    static EntryContext of(
            Database database, AccountId account, ClientOrderId order, Instant filledAt) {
        return database.jdbc()
                .sql(
                        """
                        select strategy, plan_delta, plan_implied_vol,
                            coalesce(quote_ask - quote_bid, plan_price - plan_bid) as spread,
                            (select close from telemetry_1m as bar
                                where bar.ticker = dispatch.ticker and bar.ts <= :newest
                                    and bar.ts >= :since
                                order by ts desc limit 1) as underlying
                        from orders
                        join accounts using (account_id)
                        join dispatch_executions as dispatch using (dispatch_id, account_id)
                        where account_id = :account and client_order_id = :order
                        """)
                .param("newest", Bound.at(filledAt.minus(Bar.LENGTH)))
                .param("since", Bound.at(RecentDays.before(filledAt)))
                .param("account", account.value())
                .param("order", order.value())
                .query((rs, _) -> read(new Row(rs)))
                .single();
    }

    /// Close of the newest bar of a ticker that had closed by an instant. What was settled has to
    /// be booked also when its stock has not traded for weeks.
    static Optional<Price> underlying(Database database, Ticker ticker, Instant asOf) {
        return newest(database, ticker, asOf, RecentDays.before(asOf))
                .or(() -> newest(database, ticker, asOf, Instant.EPOCH));
    }

    /// The same, when it had closed lately: an older one may be of before a night, or a split.
    static Optional<Price> underlyingLately(Database database, Ticker ticker, Instant asOf) {
        Instant oldest = asOf.minus(Bar.LENGTH).minus(LATELY);
        return newest(database, ticker, asOf, oldest);
    }

    private static Optional<Price> newest(
            Database database, Ticker ticker, Instant asOf, Instant since) {
        return database.jdbc()
                .sql(
                        """
                        select close from telemetry_1m
                        where ticker = :ticker and ts <= :newest and ts >= :since and close > 0
                        order by ts desc limit 1
                        """)
                .param("ticker", ticker.symbol())
                .param("newest", Bound.at(asOf.minus(Bar.LENGTH)))
                .param("since", Bound.at(since))
                .query((rs, _) -> new Row(rs).price("close"))
                .optional();
    }

    private static EntryContext read(Row row) throws SQLException {
        return new EntryContext(
                row.constant("strategy", Strategy.class),
                row.optionalDecimal("spread").filter(spread -> spread.signum() >= 0),
                row.optionalNumber("plan_delta"),
                row.optionalNumber("plan_implied_vol"),
                row.optionalPrice("underlying").filter(price -> !price.isZero()));
    }
}
