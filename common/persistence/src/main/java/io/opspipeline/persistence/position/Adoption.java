package io.opspipeline.persistence.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.position.AdoptedPosition;
import io.opspipeline.domain.position.Position;
import io.opspipeline.domain.position.PositionOrigin;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.domain.position.SessionMid;
import io.opspipeline.persistence.sql.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Takes over positions found at the broker: they get the levels and exits of their strategy, and
/// count from the broker's average price; today's profit and loss counts from the last close, if
/// they were held then. They have no buying fill and no features.
final class Adoption {

    private final Database database;
    private final PositionRows rows;
    private final PositionEvents events;

    Adoption(Database database, PositionRows rows) {
        this.database = database;
        this.rows = rows;
        events = new PositionEvents(database);
    }

    long adopt(AccountId account, AdoptedPosition found, Instant at) {
        return database.inTransaction(() ->
                rows.lockHeld(account, found.instrument())
                        .map(StoredPosition::id)
                        .orElseGet(() -> open(account, found, at)));
    }

    private long open(AccountId account, AdoptedPosition found, Instant at) {
        EntryContext entry =
                new EntryContext(
                        found.strategy(),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        EntryContext.underlyingLately(database, found.instrument().ticker(), at));
        long id = rows.open(position(account, found, at), OptionalLong.empty(), entry);
        found.basis().ifPresent(basis -> keep(id, basis));
        String detail = "found %d at %s".formatted(found.quantity(), found.averageEntry());
        events.add(account, id, PositionEventKind.ADOPTED, detail, at);
        return id;
    }

    private void keep(long id, SessionMid basis) {
        database.jdbc()
                .sql(
                        """
                        update active_positions set day_basis = :mid, day_basis_on = :session
                        where position_id = :position
                        """)
                .param("mid", basis.mid().perShare())
                .param("session", basis.session())
                .param("position", id)
                .update();
    }

    private static Position position(AccountId account, AdoptedPosition found, Instant at) {
        BigDecimal value =
                found.averageEntry().perShare().multiply(BigDecimal.valueOf(found.quantity()));
        return new Position(
                account,
                found.instrument(),
                found.strategy(),
                PositionOrigin.ADOPTED,
                PositionState.OPEN,
                found.quantity(),
                found.quantity(),
                value,
                0,
                BigDecimal.ZERO,
                at,
                Optional.empty());
    }
}
