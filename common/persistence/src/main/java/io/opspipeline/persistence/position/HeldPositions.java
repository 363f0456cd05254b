package io.opspipeline.persistence.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.SessionMid;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What an account holds, and how its last positions went.
final class HeldPositions {

    private final Database database;

    HeldPositions(Database database) {
        this.database = database;
    }

    List<HeldPosition> of(AccountId account) {
        return database.jdbc()
                .sql(
                        """
                        select * from active_positions
                        where account_id = :account and state in ('OPEN', 'CLOSING')
                        order by symbol
                        """)
                .param("account", account.value())
                .query((rs, _) -> held(new Row(rs)))
                .list();
    }

    Set<OccSymbol> contractsInUse(AccountId account) {
        Set<OccSymbol> contracts = new TreeSet<>();
        database.jdbc()
                .sql(
                        """
                        select symbol from active_positions
                        where account_id = :account and state in ('OPEN', 'CLOSING')
                        union
                        select symbol from orders where account_id = :account and ended_at is null
                        """)
                .param("account", account.value())
                .query(String.class)
                .list()
                .forEach(symbol -> OccSymbol.tryParse(symbol).ifPresent(contracts::add));
        return contracts;
    }

    List<Optional<Boolean>> latestResults(AccountId account, int count) {
        return database.jdbc()
                .sql(
                        """
                        select pnl > 0 as earned from outcomes where account_id = :account
                        order by ended_at desc, position_id desc limit :count
                        """)
                .param("account", account.value())
                .param("count", count)
                .query((rs, _) -> Optional.ofNullable(rs.getObject("earned", Boolean.class)))
                .list();
    }

    /// The basis that was stored goes before the last mark of the same session.
    private static List<SessionMid> mids(Row row) throws SQLException {
        List<SessionMid> mids = new ArrayList<>();
        Optional<Price> basis = row.optionalPrice("day_basis");
        if (basis.isPresent()) {
            mids.add(new SessionMid(row.day("day_basis_on"), basis.get()));
        }
        Optional<Price> last = row.optionalPrice("last_mid");
        if (last.isPresent()) {
            mids.add(new SessionMid(NewYork.dateOf(row.instant("last_mark_at")), last.get()));
        }
        return List.copyOf(mids);
    }

    private static HeldPosition held(Row row) throws SQLException {
        StoredPosition stored = StoredPosition.read(row);
        return new HeldPosition(
                stored.id(),
                stored.position(),
                row.price("stop_loss"),
                row.price("take_profit"),
                row.optionalDecimal("entry_spread"),
                row.optionalPrice("underlying_at_entry"),
                stored.peak(),
                stored.trough(),
                mids(row),
                row.flag("partial_taken"),
                stored.closingRule());
    }
}
