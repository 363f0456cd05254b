package io.opspipeline.reliability.world;

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
import java.util.function.Supplier;

/// The door to the market of one process.
public record MortalOrders(OrderEntry broker, Mortality mortality) implements OrderEntry {

    @Override
    public SubmitResult submit(OrderRequest order) {
        return reached("submit", () -> broker.submit(order));
    }

    @Override
    public SpreadResult submit(SpreadRequest spread) {
        return reached("submit", () -> broker.submit(spread));
    }

    @Override
    public CancelResult cancel(AccountId account, BrokerOrderId order) {
        return reached("cancel", () -> broker.cancel(account, order));
    }

    @Override
    public DoNotExerciseResult doNotExercise(AccountId account, OccSymbol contract) {
        return reached("do not exercise", () -> broker.doNotExercise(account, contract));
    }

    private <T> T reached(String act, Supplier<T> request) {
        mortality.reach(Boundary.Moment.BEFORE, act);
        T answer = request.get();
        mortality.reach(Boundary.Moment.AFTER, act);
        return answer;
    }
}
