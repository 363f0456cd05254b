package io.opspipeline.persistence.account;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.persistence.job.PostgresWakeUps;
import io.opspipeline.persistence.setting.PostgresSettingsStore;
import io.opspipeline.persistence.setting.SettingsAudit;
import io.opspipeline.persistence.sql.Database;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What an operator decides about accounts, each decision one transaction that the services hear of
/// when it commits.
public final class OperatorControl {

    /// The setting of what signals may buy.
    public static final String MODE_KEY = "signals.mode";

    private final Database database;
    private final PostgresAccounts accounts;
    private final TradingStateRows stateRows;
    private final PostgresSettingsStore settings;
    private final SettingsAudit audit;
    private final PostgresWakeUps wakeUps;

    /// Control over the accounts of a database.
    public OperatorControl(Database database) {
        this.database = database;
        this.accounts = new PostgresAccounts(database);
        this.stateRows = new TradingStateRows(database);
        this.settings = new PostgresSettingsStore(database);
        this.audit = new SettingsAudit(database);
        this.wakeUps = new PostgresWakeUps(database);
    }

    /// Gives accounts their new trading states, all or none.
    public void change(Map<AccountId, TradingStatus> states, Instant at) {
        database.inTransaction(() -> {
            states.forEach((account, status) ->
                    accounts.changeTradingState(
                            account, status.state(), status.reason(), status.until(), at));
            wakeUps.publish(Topic.TRADING_STATES, at);
        });
    }

    /// The pause of an account that outlasts whatever else was decided meanwhile, such as that of
    /// the day's loss.
    ///
    /// @param cause what its reason begins with
    /// @return the newest such pause that is not over; empty when there is none
    public Optional<TradingStatus> pauseOf(AccountId account, String cause, Instant asOf) {
        return stateRows.pauseOf(account, cause, asOf);
    }

    /// Says what signals may buy and what every account may do with them. Nothing else changes, and
    /// what is so already is left alone.
    ///
    /// @param isSignalled true when signals go by it already
    public void allow(AllowedActions actions, boolean isSignalled, String by, Instant at) {
        database.inTransaction(() -> {
            accounts.all().stream()
                    .filter(account -> account.actions() != actions)
                    .forEach(account -> allow(account, actions, by, at));
            if (!isSignalled) {
                settings.change(MODE_KEY, Optional.of(actions.label()), Optional.empty(), by, at);
            }
        });
    }

    /// Changes the limits of an account, or whether it may enter. What is in force is read in the
    /// transaction that changes it, and each value that differs gets a row of the audit.
    ///
    /// @param edit the account as it is to be; asked once
    /// @return the account before and after; empty when there is none of that name
    public Optional<AccountEdit> edit(
            AccountId account, UnaryOperator<Account> edit, String by, Instant at) {
        return database.inTransaction(() -> {
            stateRows.lock(account, at);
            return accounts.find(account).map(before -> edited(before, edit.apply(before), by, at));
        });
    }

    private AccountEdit edited(Account before, Account after, String by, Instant at) {
        var made = new AccountEdit(before, after);
        if (!made.changes().isEmpty()) {
            write(after);
            made.changes()
                    .forEach(change ->
                            audit.add(
                                    "accounts." + before.id() + "." + change.name(),
                                    change.from(),
                                    change.to(),
                                    by,
                                    at));
            wakeUps.publish(Topic.TRADING_STATES, at);
        }
        return made;
    }

    private void write(Account account) {
        database.jdbc()
                .sql(
                        """
                        update accounts set daily_loss_limit = :dailyLoss,
                            max_positions = :maxPositions, daily_entries = :dailyEntries,
                            max_exposure = :maxExposure, enabled = :enabled
                        where account_id = :account
                        """)
                .param("dailyLoss", account.limits().dailyLoss().amount())
                .param("maxPositions", account.limits().maxPositions())
                .param("dailyEntries", account.limits().dailyEntries())
                .param("maxExposure", account.limits().maxExposure().amount())
                .param("enabled", account.enabled())
                .param("account", account.id().value())
                .update();
    }

    private void allow(Account account, AllowedActions actions, String by, Instant at) {
        database.jdbc()
                .sql("update accounts set actions = :actions where account_id = :account")
                .param("actions", actions.name())
                .param("account", account.id().value())
                .update();
        audit.add(
                "accounts." + account.id() + ".actions",
                account.actions().label(),
                actions.label(),
                by,
                at);
    }
}
