package io.opspipeline.reliability.submit;

import io.opspipeline.dispatcher.DispatcherPorts;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.SpreadRequest;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.CancelResult;
import io.opspipeline.ports.broker.DoNotExerciseResult;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.broker.SpreadResult;
import io.opspipeline.ports.broker.SubmitResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Dispatchers that do what must not be done, to see it counted.
final class Tampering {

    private Tampering() {}

    /// Sends what is in doubt a second time, under a name of its own.
    static DispatcherPorts sendingAgain(DispatcherPorts ports) {
        return with(ports, new Again(ports.broker()), ports.books());
    }

    /// Answers every look-up of an order in the same way.
    static DispatcherPorts lookingUp(
            DispatcherPorts ports, Supplier<Optional<OrderUpdate>> answer) {
        return with(ports, ports.broker(), new Blind(ports.books(), answer));
    }

    private static DispatcherPorts with(
            DispatcherPorts ports, OrderEntry broker, BrokerBooks books) {
        return new DispatcherPorts(
                broker,
                books,
                ports.marketData(),
                ports.chains(),
                ports.accounts(),
                ports.dispatches(),
                ports.ledger(),
                ports.positions(),
                ports.bars(),
                ports.halts(),
                ports.heartbeats(),
                ports.alerts(),
                ports.reads(),
                ports.calendar(),
                ports.timers(),
                ports.clock());
    }

    private record Again(OrderEntry broker) implements OrderEntry {

        @Override
        public SubmitResult submit(OrderRequest order) {
            SubmitResult first = broker.submit(order);
            if (first instanceof SubmitResult.InDoubt) {
                broker.submit(
                        new OrderRequest(
                                new ClientOrderId(order.clientOrderId() + "0"),
                                order.account(),
                                order.instrument(),
                                order.side(),
                                order.quantity(),
                                order.limit()));
            }
            return first;
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

    private record Blind(BrokerBooks books, Supplier<Optional<OrderUpdate>> answer)
            implements BrokerBooks {

        @Override
        public Optional<OrderUpdate> orderByClientId(AccountId account, ClientOrderId id) {
            return answer.get();
        }

        @Override
        public BrokerAccount account(AccountId account) {
            return books.account(account);
        }

        @Override
        public List<OrderUpdate> openOrders(AccountId account) {
            return books.openOrders(account);
        }

        @Override
        public List<OrderUpdate> openOrders(AccountId account, Instrument instrument) {
            return books.openOrders(account, instrument);
        }

        @Override
        public List<OrderUpdate> ordersSince(AccountId account, Instant from) {
            return books.ordersSince(account, from);
        }

        @Override
        public List<BrokerPosition> positions(AccountId account) {
            return books.positions(account);
        }
    }
}
