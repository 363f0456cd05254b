package io.opspipeline.persistence.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import java.time.Instant;
import java.util.Optional;

/// How far the close of a held position has come. An ended position is left as it is.
final class ClosingSteps {

    private final Database database;
    private final PositionRows rows;
    private final PositionEvents events;

    ClosingSteps(Database database, PositionRows rows) {
        this.database = database;
        this.rows = rows;
        events = new PositionEvents(database);
    }

    void closing(AccountId account, long positionId, ExitReason rule, String detail, Instant at) {
        database.inTransaction(() -> {
            StoredPosition held = rows.require(account, positionId);
            if (held.position().state().isEnded() || !replaces(rule, held.closingRule())) {
                return;
            }
            PositionState state =
                    rule == ExitReason.PARTIAL ? PositionState.OPEN : PositionState.CLOSING;
            mark(held, state, Optional.of(rule));
            events.add(account, positionId, PositionEventKind.CLOSING, rule + ": " + detail, at);
        });
    }

    Optional<Instant> since(AccountId account, long positionId) {
        return events.newest(account, positionId, PositionEventKind.CLOSING);
    }

    void reopened(AccountId account, long positionId, String detail, Instant at) {
        database.inTransaction(() -> {
            StoredPosition held = rows.require(account, positionId);
            if (held.position().state().isEnded() || held.closingRule().isEmpty()) {
                return;
            }
            mark(held, PositionState.OPEN, Optional.empty());
            events.add(account, positionId, PositionEventKind.REOPENED, detail, at);
        });
    }

    void partialTaken(AccountId account, long positionId, Instant at) {
        database.inTransaction(() -> {
            StoredPosition held = rows.require(account, positionId);
            if (takePartial(held)) {
                String left = held.position().quantity() + " left";
                events.add(account, positionId, PositionEventKind.PARTIAL_TAKEN, left, at);
            }
        });
    }

    /// Moves a held position between its held states.
    private void mark(StoredPosition held, PositionState state, Optional<ExitReason> closingRule) {
        database.jdbc()
                .sql(
                        """
                        update active_positions set state = :state, closing_rule = :rule
                        where account_id = :account and position_id = :position
                        """)
                .param("state", state.name())
                .param("rule", Bound.text(closingRule))
                .param("account", held.position().account().value())
                .param("position", held.id())
                .update();
    }

    /// True when that was news.
    private boolean takePartial(StoredPosition held) {
        return database.jdbc()
                        .sql(
                                """
                                update active_positions set
                                    partial_taken = true,
                                    closing_rule = nullif(closing_rule, 'PARTIAL')
                                where account_id = :account and position_id = :position
                                    and state in ('OPEN', 'CLOSING')
                                    and (not partial_taken or closing_rule = 'PARTIAL')
                                """)
                        .param("account", held.position().account().value())
                        .param("position", held.id())
                        .update()
                == 1;
    }

    private static boolean replaces(ExitReason rule, Optional<ExitReason> current) {
        return current.map(rule::precedes).orElse(true);
    }
}
