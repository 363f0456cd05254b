package io.opspipeline.reliability.submit;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.SpreadRequest;
import io.opspipeline.ports.broker.CancelResult;
import io.opspipeline.ports.broker.DoNotExerciseResult;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.broker.SpreadResult;
import io.opspipeline.ports.broker.SubmitResult;
import java.util.function.Consumer;

/// A door to the market behind which some orders stay on their way.
///
/// @param broker the door
/// @param onItsWay takes every order that is about to be sent
record LateOrders(OrderEntry broker, Consumer<OrderRequest> onItsWay) implements OrderEntry {

    @Override
    public SubmitResult submit(OrderRequest order) {
        onItsWay.accept(order);
        return broker.submit(order);
    }

    @Override
    public SpreadResult submit(SpreadRequest spread) {
        return broker.submit(spread);
    }

    @Override
    public CancelResult cancel(AccountId account, BrokerOrderId order) {
        return broker.cancel(account, order);
    }

    @Override
    public DoNotExerciseResult doNotExercise(AccountId account, OccSymbol contract) {
        return broker.doNotExercise(account, contract);
    }
}
