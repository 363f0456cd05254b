package io.opspipeline.ports.broker;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.OrderRequest;

/// The one door to the market. Only the dispatcher and the position manager may hold it.
public interface OrderEntry {

    /// Sends an order once. It is never repeated here: an answer that cannot be read is
    /// [SubmitResult.InDoubt].
    SubmitResult submit(OrderRequest order);

    /// Asks to cancel an order. An accepted cancel is a request: the order may still fill.
    CancelResult cancel(AccountId account, BrokerOrderId order);
}
