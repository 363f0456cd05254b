package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.runtime.market.StockHalts;
import java.time.Clock;
import java.util.Optional;

/// What keeps an entry that is worked from going on: its account may not enter any more, or trading
/// in its stock is halted.
///
/// @param permission what accounts may do
/// @param halts of stocks
/// @param clock the time of asking
record EntryStops(EntryPermission permission, StockHalts halts, Clock clock) {

    private static final Denial NOT_ANY_MORE =
            DenialCode.ENTRIES_STOPPED.says("the account may not enter any more");

    /// Why no order of an entry may be sent any more; empty when one may.
    Optional<Denial> of(EntryWork work) {
        return permission.mayEnter(work.account())
                ? halts.of(work.instrument().ticker(), clock.instant())
                        .map(halt ->
                                DenialCode.TRADING_HALTED.says(
                                        "trading is halted: " + halt.reason()))
                : Optional.of(NOT_ANY_MORE);
    }

    /// Why an order was cancelled by somebody else: whoever flattens an account cancels its entries
    /// too. Empty when that is not the reason.
    Optional<Denial> behind(Order ended) {
        return ended.state() == OrderState.CANCELED
                        && ended.denial().isEmpty()
                        && !permission.mayEnter(ended.request().account())
                ? Optional.of(NOT_ANY_MORE)
                : Optional.empty();
    }

    /// True when what the account has out must be cancelled.
    boolean isHalted(AccountId account) {
        return permission.isHalted(account);
    }
}
