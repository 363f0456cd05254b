package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.positionmanager.rules.ExitRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The close of one position under one rule. Another rule is another close.
///
/// @param positionId the row in `active_positions`
/// @param account whose it is
/// @param instrument what is sold
/// @param openedAt when the position was opened, UTC: the entry key of its orders
/// @param rule the exit that wants it
/// @param keep what shall be left: zero but for PARTIAL
/// @param startedAt when this close began, UTC
record Closing(
        long positionId,
        AccountId account,
        Instrument instrument,
        Instant openedAt,
        ExitReason rule,
        int keep,
        Instant startedAt) {

    static Closing of(HeldPosition held, ExitReason rule, Instant at) {
        int quantity = held.position().quantity();
        return new Closing(
                held.id(),
                held.position().account(),
                held.position().instrument(),
                held.position().openedAt(),
                rule,
                quantity - ExitRule.quantityToSell(rule, quantity),
                at);
    }

    /// The same close, as if it began now: its ladder begins anew.
    Closing begunAt(Instant at) {
        return new Closing(positionId, account, instrument, openedAt, rule, keep, at);
    }

    Duration elapsed(Instant asOf) {
        return Duration.between(startedAt, asOf);
    }

    ClientOrderId id(int attempt) {
        return ClientOrderId.exit(account, instrument, openedAt, rule, attempt);
    }

    /// An order of this close.
    ///
    /// @param limit empty for a market order
    Order order(int attempt, int quantity, Optional<Price> limit, Instant at) {
        OrderRequest request =
                new OrderRequest(id(attempt), account, instrument, Side.SELL, quantity, limit);
        return Order.intent(request, new OrderPurpose.Exit(positionId, rule), attempt, at);
    }
}
