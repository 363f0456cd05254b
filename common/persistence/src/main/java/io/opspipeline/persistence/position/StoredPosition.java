package io.opspipeline.persistence.position;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.position.Position;
import io.opspipeline.domain.position.PositionOrigin;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.persistence.sql.Row;
import java.sql.SQLException;
import java.util.Optional;

/// A row of `active_positions`, as far as booking and outcomes need it.
///
/// @param id the row
/// @param position what its fills made
/// @param peak the highest mark seen
/// @param trough the lowest mark seen
/// @param closingRule the rule it closes under
record StoredPosition(
        long id,
        Position position,
        Optional<Price> peak,
        Optional<Price> trough,
        Optional<ExitReason> closingRule) {

    static StoredPosition read(Row row) throws SQLException {
        return new StoredPosition(
                row.bigint("position_id"),
                position(row),
                row.optionalPrice("peak_mark"),
                row.optionalPrice("trough_mark"),
                row.optionalConstant("closing_rule", ExitReason.class));
    }

    StoredPosition with(Position changed) {
        return new StoredPosition(id, changed, peak, trough, closingRule);
    }

    private static Position position(Row row) throws SQLException {
        return new Position(
                row.account("account_id"),
                Instrument.ofSymbol(row.text("symbol")),
                row.constant("strategy", Strategy.class),
                row.constant("origin", PositionOrigin.class),
                row.constant("state", PositionState.class),
                row.integer("quantity"),
                row.integer("bought_quantity"),
                row.decimal("bought_value"),
                row.integer("sold_quantity"),
                row.decimal("sold_value"),
                row.instant("opened_at"),
                row.optionalInstant("ended_at"));
    }
}
