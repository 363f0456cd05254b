package io.opspipeline.cli.trading;

import io.opspipeline.cli.shell.OperatorSession;
import io.opspipeline.cli.shell.Place;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.persistence.account.OperatorControl;
import io.opspipeline.persistence.account.PostgresAccounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Carries an operator's order out, for one account or all, in one transaction that the running
/// services hear of at once.
final class TradingOrders {

    private final OperatorSession session;
    private final Place place;
    private final PostgresAccounts accounts;
    private final OperatorControl control;

    TradingOrders(OperatorSession session) {
        this.session = session;
        this.place = session.place();
        this.accounts = new PostgresAccounts(session.database());
        this.control = new OperatorControl(session.database());
    }

    /// Carries it out. What is in force is read in the transaction that changes it: no pause that
    /// comes meanwhile is lost.
    ///
    /// @param only the account; empty for all
    /// @param why in the operator's words
    List<StateChange> give(TradingOrder order, Optional<String> only, Optional<String> why) {
        Instant now = session.now();
        return session.database().inTransaction(() -> given(order, only, why, now));
    }

    private List<StateChange> given(
            TradingOrder order, Optional<String> only, Optional<String> why, Instant now) {
        Map<AccountId, TradingStatus> states = new LinkedHashMap<>();
        List<StateChange> changes = new ArrayList<>();
        for (Account account : ordered(only)) {
            TradingStatus before = accounts.lockedTradingStatus(account.id(), now);
            var dayLoss = control.pauseOf(account.id(), TradingStatus.DAILY_LOSS, now);
            TradingOrder.Outcome outcome = order.on(before, dayLoss, session.who(), why);
            outcome.after().ifPresent(after -> states.put(account.id(), after));
            changes.add(change(account, before, outcome));
        }
        if (!states.isEmpty()) {
            control.change(states, now);
        }
        return List.copyOf(changes);
    }

    /// Positions that the order would close.
    long held(Optional<String> only) {
        return ordered(only).stream().mapToLong(account -> open(account.id())).sum();
    }

    /// The accounts it is for, by id.
    List<Account> ordered(Optional<String> only) {
        return accounts.all().stream()
                .filter(account -> only.map(account.id().value()::equals).orElse(true))
                .toList();
    }

    private StateChange change(
            Account account, TradingStatus before, TradingOrder.Outcome outcome) {
        TradingStatus after = outcome.after().orElse(before);
        String disabled = account.enabled() ? "" : "the account is disabled: no entries either way";
        return new StateChange(
                place.mode(),
                place.database(),
                account.id().value(),
                before.state(),
                after.state(),
                after.reason(),
                after.until(),
                outcome.after().isPresent(),
                open(account.id()),
                Optional.empty(),
                outcome.note().isEmpty() ? disabled : outcome.note());
    }

    private long open(AccountId account) {
        return session.jdbc()
                .sql(
                        """
                        select count(*) from active_positions
                        where account_id = :account and ended_at is null
                        """)
                .param("account", account.value())
                .query(Long.class)
                .single();
    }
}
