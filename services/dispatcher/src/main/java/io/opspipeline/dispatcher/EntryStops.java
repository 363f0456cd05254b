package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.runtime.market.StockHalts;
import java.time.Clock;
import java.util.Optional;

/// What keeps an entry that is worked from going on: its account may not enter any more, trading in
/// its stock is halted, or what it has bought is sold again.
///
/// @param permission what accounts may do
/// @param halts of stocks
/// @param positions what accounts hold
/// @param clock the time of asking
record EntryStops(EntryPermission permission, StockHalts halts, Positions positions, Clock clock) {

    private static final Denial NOT_ANY_MORE =
            DenialCode.ENTRIES_STOPPED.says("the account may not enter any more");

    /// Why no order of an entry may be sent any more; empty when one may.
    Optional<Denial> of(EntryWork work) {
        return permission.mayEnter(work.account())
                ? halted(work).or(() -> work.attempt() > 1 ? sold(work) : Optional.empty())
                : Optional.of(NOT_ANY_MORE);
    }

    private Optional<Denial> halted(EntryWork work) {
        return halts.of(work.instrument().ticker(), clock.instant())
                .map(halt -> DenialCode.TRADING_HALTED.says("trading is halted: " + halt.reason()));
    }

    /// An exit may fire on the part that the rungs before have bought; it cancels the order that
    /// buys the rest, and that looks like a cancel of ours when ours is on its way.
    private Optional<Denial> sold(EntryWork work) {
        Optional<HeldPosition> held =
                positions.held(work.account()).stream()
                        .filter(each -> each.position().instrument().equals(work.instrument()))
                        .findFirst();
        Optional<String> why =
                held.isEmpty() && work.hasBought()
                        ? Optional.of("what was bought is sold already")
                        : held.flatMap(HeldPosition::closingRule)
                                .map(rule -> "the position is closing: " + rule);
        return why.map(DenialCode.ENTRIES_STOPPED::says);
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
