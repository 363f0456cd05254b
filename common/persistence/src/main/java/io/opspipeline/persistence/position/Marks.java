package io.opspipeline.persistence.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.position.PositionMarks;
import io.opspipeline.persistence.sql.Column;
import io.opspipeline.persistence.sql.Database;
import java.time.LocalDate;
import java.util.List;

/// What the exits saw of held positions.
final class Marks {

    private final Database database;

    Marks(Database database) {
        this.database = database;
    }

    /// Marks that are older than the stored ones move peak and trough only; a peak never falls. The
    /// first mark of a day makes the last one of the session before the basis of the day, unless a
    /// basis of that session is stored.
    void save(AccountId account, List<PositionMarks> marks) {
        database.jdbc()
                .sql(
                        """
                        update active_positions as held set
                            last_mark = case when seen.at >= coalesce(last_mark_at, seen.at) then seen.mark else last_mark end,
                            last_mid = case when seen.at >= coalesce(last_mark_at, seen.at) then seen.mid else last_mid end,
                            last_mark_at = greatest(last_mark_at, seen.at),
                            (day_basis, day_basis_on) = (
                                select case when is_last_of_its_day then held.last_mid else held.day_basis end,
                                    case when is_last_of_its_day then marked_on else held.day_basis_on end
                                from (
                                    select marked_on, marked_on < today
                                        and coalesce(held.day_basis_on < marked_on, true) as is_last_of_its_day
                                    from (
                                        select (held.last_mark_at at time zone 'America/New_York')::date as marked_on,
                                            (seen.at at time zone 'America/New_York')::date as today) as days) as turn),
                            peak_mark = greatest(peak_mark, seen.peak),
                            trough_mark = least(trough_mark, seen.trough)
                        from unnest(:positions::bigint[], :marks::numeric[], :mids::numeric[],
                                :peaks::numeric[], :troughs::numeric[], :times::timestamptz[])
                            as seen (position_id, mark, mid, peak, trough, at)
                        where held.account_id = :account and held.position_id = seen.position_id
                            and held.state in ('OPEN', 'CLOSING')
                        """)
                .param("account", account.value())
                .param("positions", Column.longs(marks, PositionMarks::positionId))
                .param("marks", Column.decimals(marks, each -> each.mark().perShare()))
                .param("mids", Column.decimals(marks, each -> each.mid().perShare()))
                .param("peaks", Column.decimals(marks, each -> each.peak().perShare()))
                .param("troughs", Column.decimals(marks, each -> each.trough().perShare()))
                .param("times", Column.instants(marks, PositionMarks::at))
                .update();
    }

    /// A basis of a later session is never replaced by an earlier one.
    void saveDayBasis(AccountId account, LocalDate session, List<PositionMarks> marks) {
        database.jdbc()
                .sql(
                        """
                        update active_positions as held set day_basis = seen.mid, day_basis_on = :session
                        from unnest(:positions::bigint[], :mids::numeric[]) as seen (position_id, mid)
                        where held.account_id = :account and held.position_id = seen.position_id
                            and held.state in ('OPEN', 'CLOSING')
                            and (day_basis_on is null or day_basis_on <= :session)
                        """)
                .param("account", account.value())
                .param("session", session)
                .param("positions", Column.longs(marks, PositionMarks::positionId))
                .param("mids", Column.decimals(marks, each -> each.mid().perShare()))
                .update();
    }
}
