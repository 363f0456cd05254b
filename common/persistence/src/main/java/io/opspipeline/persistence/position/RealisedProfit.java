package io.opspipeline.persistence.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.money.Money;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import java.time.Instant;

/// What an account has earned: the one statement behind the day's profit and loss of the gates and
/// of the exits.
public final class RealisedProfit {

    private final Database database;

    /// The profits of a database.
    public RealisedProfit(Database database) {
        this.database = database;
    }

    /// Earned since an instant by what was sold against its average entry, and by what ended
    /// without a sale (expired, exercised, assigned), less all fees since then.
    public Money since(AccountId account, Instant from) {
        return database.jdbc()
                .sql(
                        """
                        with sold as (
                            select sum((price - entry_price) * executions.quantity * multiplier) as gain
                            from executions join active_positions using (position_id, account_id)
                            where account_id = :account and side = 'SELL' and filled_at >= :from
                        ), settled as (
                            select sum(pnl + outcomes.fees - coalesce(sold_before.gain, 0)) as gain
                            from outcomes
                            cross join lateral (
                                select sum((price - outcomes.entry_price) * executions.quantity * multiplier) as gain
                                from executions join active_positions using (position_id)
                                where position_id = outcomes.position_id and side = 'SELL') as sold_before
                            where outcomes.account_id = :account and outcomes.ended_at >= :from
                                and end_state in ('EXPIRED', 'ASSIGNED', 'EXERCISED')
                        ), paid as (
                            select sum(fees) as fees from executions
                            where account_id = :account and filled_at >= :from
                        )
                        select coalesce(sold.gain, 0) + coalesce(settled.gain, 0)
                            - coalesce(paid.fees, 0) as earned
                        from sold, settled, paid
                        """)
                .param("account", account.value())
                .param("from", Bound.at(from))
                .query((rs, _) -> new Row(rs).money("earned"))
                .single();
    }
}
