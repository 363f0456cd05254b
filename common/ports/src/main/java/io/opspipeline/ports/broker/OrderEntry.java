package io.opspipeline.ports.broker;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.SpreadRequest;

/// The one door to the market. Only the dispatcher and the position manager may hold it.
public interface OrderEntry {

    /// Sends an order once. It is never repeated here: an answer that cannot be read is
    /// [SubmitResult.InDoubt].
    SubmitResult submit(OrderRequest order);

    /// Sends a spread once, as an order is sent: all legs or none.
    SpreadResult submit(SpreadRequest spread);

    /// Asks to cancel an order, or a spread as a whole. An accepted cancel is a request: the order
    /// may still fill.
    CancelResult cancel(AccountId account, BrokerOrderId order);

    /// Asks not to exercise a long position at its expiry, although it may be in the money. The
    /// broker takes this on the day of expiry only.
    DoNotExerciseResult doNotExercise(AccountId account, OccSymbol contract);
}
