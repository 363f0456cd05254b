package io.opspipeline.persistence.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.money.Money;
import io.opspipeline.persistence.Database;
import io.opspipeline.persistence.sql.Bound;
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
                            select fills.position_id, filled_at,
                                (price - entry_price) * fills.quantity * multiplier as gain
                            from fills join active_positions using (position_id, account_id)
                            where account_id = :account and side = 'SELL'
                        ), settled as (
                            select pnl + fees - coalesce(
                                (select sum(gain) from sold where sold.position_id = outcomes.position_id), 0) as gain
                            from outcomes
                            where account_id = :account and ended_at >= :from
                                and end_state in ('EXPIRED', 'ASSIGNED', 'EXERCISED')
                        )
                        select coalesce((select sum(gain) from sold where filled_at >= :from), 0)
                            + coalesce((select sum(gain) from settled), 0)
                            - coalesce((select sum(fees) from fills
                                where account_id = :account and filled_at >= :from), 0) as earned
                        """)
                .param("account", account.value())
                .param("from", Bound.at(from))
                .query((rs, _) -> new Row(rs).money("earned"))
                .single();
    }
}
