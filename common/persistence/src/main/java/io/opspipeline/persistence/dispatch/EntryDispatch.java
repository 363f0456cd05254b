package io.opspipeline.persistence.dispatch;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.dispatch.DispatchStatus;
import io.opspipeline.persistence.sql.Row;
import java.sql.SQLException;
import java.util.Optional;

/// A row of `dispatch_executions`, as far as orders move it.
///
/// @param id the row
/// @param account whose it is
/// @param status where it stands
/// @param symbol what it buys; empty until it is planned
/// @param contracts how many it buys; 0 until it is planned
/// @param filled how many are filled
public record EntryDispatch(
        long id,
        AccountId account,
        DispatchStatus status,
        Optional<String> symbol,
        int contracts,
        int filled) {

    /// The row that a result stands on.
    public static EntryDispatch read(Row row) throws SQLException {
        return new EntryDispatch(
                row.bigint("dispatch_id"),
                row.account("account_id"),
                row.constant("status", DispatchStatus.class),
                row.optionalText("symbol"),
                row.optionalInteger("contracts").orElse(0),
                row.integer("filled"));
    }

    /// The same row in another status.
    public EntryDispatch in(DispatchStatus next) {
        return new EntryDispatch(id, account, next, symbol, contracts, filled);
    }
}
