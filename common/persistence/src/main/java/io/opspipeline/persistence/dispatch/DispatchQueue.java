package io.opspipeline.persistence.dispatch;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.persistence.signal.SignalRow;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.store.Provenance;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The rows of an account that wait for its dispatcher. Each statement writes the transitions of
/// the rows that it moves.
final class DispatchQueue {

    private static final Duration REACH = Duration.ofHours(1);

    /// Later than any claim ends.
    private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Database database;
    private final Provenance written;

    DispatchQueue(Database database, Provenance written) {
        this.database = database;
        this.written = written;
    }

    /// Adds a row for every signal of the last hour that the account has none of. Asking before
    /// costs less than a conflict for each signal of the hour, several times a minute.
    int add(AccountId account, Instant asOf) {
        return database.jdbc()
                .sql(
                        """
                        with added as (
                            insert into dispatch_executions (signal_id, account_id, ticker, action, cause,
                                status, filled, reserved, execution_mode, build_id, created_at)
                            select signal_id, :account, ticker, action, 'SIGNAL',
                                'PENDING', 0, 0, :mode, :build, :asOf
                            from dispatch_recommendations as new
                            where created_at > :from and not exists (
                                select from dispatch_executions as known
                                where known.signal_id = new.signal_id
                                    and known.account_id = :account and known.cause = 'SIGNAL')
                            order by signal_id
                            on conflict (signal_id, account_id, cause) do nothing
                            returning dispatch_id
                        )
                        insert into dispatch_transitions (dispatch_id, from_status, to_status, reason, at)
                        select dispatch_id, null, 'PENDING', 'signal', :asOf from added
                        """)
                .param("account", account.value())
                .param("mode", written.mode().name())
                .param("build", written.buildId())
                .param("asOf", Bound.at(asOf))
                .param("from", Bound.at(asOf.minus(REACH)))
                .update();
    }

    /// Ends waiting rows whose signal is over. A roll has no life of its own: it waits until it is
    /// claimed.
    void end(AccountId account, Instant asOf) {
        database.jdbc()
                .sql(
                        """
                        with ended as (
                            update dispatch_executions as dispatch set
                                status = case signal.status when 'SUPERSEDED' then 'SUPERSEDED' else 'EXPIRED' end,
                                reason = case signal.status when 'SUPERSEDED' then 'SUPERSEDED' else 'EXPIRED' end,
                                denial = case signal.status when 'SUPERSEDED' then 'SIGNAL_SUPERSEDED' else 'SIGNAL_EXPIRED' end,
                                ended_at = :asOf
                            from dispatch_recommendations as signal
                            where signal.signal_id = dispatch.signal_id
                                and dispatch.account_id = :account
                                and dispatch.status = 'PENDING'
                                and dispatch.cause = 'SIGNAL'
                                and (signal.status <> 'OPEN' or signal.expires_at <= :asOf)
                            returning dispatch.dispatch_id, dispatch.status
                        )
                        insert into dispatch_transitions (dispatch_id, from_status, to_status, reason, at)
                        select dispatch_id, 'PENDING', status, 'the signal is over', :asOf from ended
                        """)
                .param("account", account.value())
                .param("asOf", Bound.at(asOf))
                .update();
    }

    /// Gives claimed rows back whose claim is over. An intent ends a claim, so none of them has an
    /// order.
    void lapse(AccountId account, Instant asOf) {
        giveBack(account, asOf, "claim lapsed", asOf);
    }

    /// Gives every claimed row back, for a new owner of the account: whoever claimed it is gone.
    ///
    /// @return how many there were
    int orphaned(AccountId account, Instant asOf) {
        return giveBack(account, FOREVER, "its dispatcher is gone", asOf);
    }

    private int giveBack(AccountId account, Instant until, String reason, Instant asOf) {
        return database.jdbc()
                .sql(
                        """
                        with lapsed as (
                            update dispatch_executions set status = 'PENDING', claimed_until = null
                            where account_id = :account and status = 'CLAIMED' and claimed_until <= :until
                            returning dispatch_id
                        )
                        insert into dispatch_transitions (dispatch_id, from_status, to_status, reason, at)
                        select dispatch_id, 'CLAIMED', 'PENDING', :reason, :asOf from lapsed
                        """)
                .param("account", account.value())
                .param("until", Bound.at(until))
                .param("reason", reason)
                .param("asOf", Bound.at(asOf))
                .update();
    }

    /// Takes every waiting row that nobody else is taking right now.
    List<ClaimedDispatch> claim(AccountId account, Instant asOf, Duration life) {
        return database.jdbc()
                .sql(
                        """
                        with waiting as (
                            select dispatch_id from dispatch_executions
                            where account_id = :account and status = 'PENDING'
                            for update skip locked
                        ), claimed as (
                            update dispatch_executions as dispatch
                            set status = 'CLAIMED', claimed_until = :until
                            from waiting where dispatch.dispatch_id = waiting.dispatch_id
                            returning dispatch.dispatch_id, dispatch.account_id, dispatch.signal_id
                        ), noted as (
                            insert into dispatch_transitions (dispatch_id, from_status, to_status, reason, at)
                            select dispatch_id, 'PENDING', 'CLAIMED', 'claimed', :asOf from claimed
                        )
                        select claimed.dispatch_id, claimed.account_id, signal.*, listed.rank,
                            coalesce(universe.sector, signal.ticker) as sector,
                            exists (
                                select from dispatch_transitions as given_back
                                where given_back.dispatch_id = claimed.dispatch_id
                                    and given_back.from_status = 'CLAIMED'
                                    and given_back.to_status = 'PENDING') as was_claimed
                        from claimed
                        join dispatch_recommendations as signal using (signal_id)
                        left join watchlist_state as listed using (ticker)
                        left join ticker_universe as universe using (ticker)
                        order by listed.rank nulls last, signal.confidence desc, signal.ticker, claimed.dispatch_id
                        """)
                .param("account", account.value())
                .param("until", Bound.at(asOf.plus(life)))
                .param("asOf", Bound.at(asOf))
                .query((rs, _) -> claimed(new Row(rs)))
                .list();
    }

    private static ClaimedDispatch claimed(Row row) throws SQLException {
        return new ClaimedDispatch(
                row.bigint("dispatch_id"),
                row.account("account_id"),
                SignalRow.read(row),
                row.optionalInteger("rank"),
                row.text("sector"),
                row.flag("was_claimed"));
    }
}
