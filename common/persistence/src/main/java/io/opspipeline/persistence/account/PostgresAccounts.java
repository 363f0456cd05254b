package io.opspipeline.persistence.account;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.store.Accounts;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Table `accounts`, and what each account may do.
public final class PostgresAccounts implements Accounts {

    private static final String HALTED_WITH_ALL =
            "every other account was halted when this one was registered";

    private final Database database;
    private final TradingStateRows states;

    /// The accounts of a database.
    public PostgresAccounts(Database database) {
        this.database = database;
        this.states = new TradingStateRows(database);
    }

    @Override
    public List<Account> all() {
        return database.jdbc()
                .sql("select * from accounts order by account_id")
                .query((rs, _) -> account(new Row(rs)))
                .list();
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return database.jdbc()
                .sql("select * from accounts where account_id = :account")
                .param("account", id.value())
                .query((rs, _) -> account(new Row(rs)))
                .optional();
    }

    /// A halt of all accounts holds for one that is registered under it.
    @Override
    public void register(Account account, Instant at) {
        database.inTransaction(() -> {
            boolean isHalted = isNew(account.id()) && isAllHalted(at);
            write(account, at);
            if (isHalted) {
                var halted =
                        new TradingStatus(TradingState.HALTED, HALTED_WITH_ALL, Optional.empty());
                states.put(account.id(), halted, at);
            }
        });
    }

    private boolean isNew(AccountId id) {
        return find(id).isEmpty();
    }

    /// Waits for an operator who is changing the states of accounts.
    private boolean isAllHalted(Instant at) {
        List<TradingState> known =
                all().stream().map(account -> states.lock(account.id(), at).state()).toList();
        return !known.isEmpty() && known.stream().allMatch(TradingState.HALTED::equals);
    }

    private void write(Account account, Instant at) {
        database.jdbc()
                .sql(
                        """
                        insert into accounts (account_id, broker_number, strategy, tier, actions,
                            cadence_seconds, daily_loss_limit, max_positions, daily_entries,
                            max_exposure, enabled, registered_at)
                        values (:account, :number, :strategy, :tier, :actions, :cadence, :dailyLoss,
                            :maxPositions, :dailyEntries, :maxExposure, :enabled, :at)
                        on conflict (account_id) do update set
                            broker_number = excluded.broker_number,
                            strategy = excluded.strategy,
                            tier = excluded.tier,
                            actions = excluded.actions,
                            cadence_seconds = excluded.cadence_seconds,
                            daily_loss_limit = excluded.daily_loss_limit,
                            max_positions = excluded.max_positions,
                            daily_entries = excluded.daily_entries,
                            max_exposure = excluded.max_exposure,
                            enabled = excluded.enabled
                        """)
                .param("account", account.id().value())
                .param("number", account.brokerNumber())
                .param("strategy", account.strategy().name())
                .param("tier", account.tier().name())
                .param("actions", account.actions().name())
                .param("cadence", account.cadence().toSeconds())
                .param("dailyLoss", account.limits().dailyLoss().amount())
                .param("maxPositions", account.limits().maxPositions())
                .param("dailyEntries", account.limits().dailyEntries())
                .param("maxExposure", account.limits().maxExposure().amount())
                .param("enabled", account.enabled())
                .param("at", Bound.at(at))
                .update();
    }

    @Override
    public TradingStatus tradingStatus(AccountId id, Instant asOf) {
        return states.find(id, asOf);
    }

    /// As [#tradingStatus], and until the caller's transaction ends nobody else changes it.
    public TradingStatus lockedTradingStatus(AccountId id, Instant asOf) {
        return states.lock(id, asOf);
    }

    @Override
    public void changeTradingState(
            AccountId id, TradingState state, String reason, Optional<Instant> until, Instant at) {
        var changed = new TradingStatus(state, reason, until);
        database.inTransaction(() -> {
            states.lock(id, at);
            states.put(id, changed, at);
        });
    }

    @Override
    public void stopEntries(AccountId id, String reason, Optional<Instant> until, Instant at) {
        var pause = new TradingStatus(TradingState.REDUCING, reason, until);
        database.inTransaction(() -> {
            if (states.lock(id, at).yieldsTo(pause)) {
                states.put(id, pause, at);
            } else {
                states.note(id, pause, at);
            }
        });
    }

    @Override
    public boolean wasPaused(AccountId id, String reason) {
        return states.wasPaused(id, reason);
    }

    private static Account account(Row row) throws SQLException {
        return new Account(
                row.account("account_id"),
                row.text("broker_number"),
                row.constant("strategy", Strategy.class),
                row.constant("tier", Tier.class),
                row.constant("actions", AllowedActions.class),
                Duration.ofSeconds(row.integer("cadence_seconds")),
                new AccountLimits(
                        row.money("daily_loss_limit"),
                        row.integer("max_positions"),
                        row.integer("daily_entries"),
                        row.money("max_exposure")),
                row.flag("enabled"));
    }
}
