package io.opspipeline.cli.trading;

import io.opspipeline.cli.position.Held;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.runtime.setting.RunMode;
import java.time.Instant;
import java.util.Optional;

/// What an order did to one account.
///
/// @param mode of the accounts that were ordered
/// @param database where the order is stored
/// @param account its id
/// @param from the state before
/// @param to the state now
/// @param reason of the state now
/// @param until when it becomes ACTIVE by itself, UTC
/// @param changed false when it was so before
/// @param open positions that were held at the order
/// @param left positions and orders of it that are left after a wait; empty when nobody waited
/// @param note what else a person should know; empty when there is nothing
record StateChange(
        RunMode mode,
        String database,
        String account,
        TradingState from,
        TradingState to,
        String reason,
        Optional<Instant> until,
        boolean changed,
        long open,
        Optional<Long> left,
        String note) {

    /// The same after a wait.
    ///
    /// @param held by all accounts
    StateChange after(Held held) {
        long positions =
                held.positions().stream().filter(each -> each.account().equals(account)).count();
        long orders = held.orders().stream().filter(each -> each.account().equals(account)).count();
        return new StateChange(
                mode,
                database,
                account,
                from,
                to,
                reason,
                until,
                changed,
                open,
                Optional.of(positions + orders),
                note);
    }
}
