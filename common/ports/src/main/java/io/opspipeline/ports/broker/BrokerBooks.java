package io.opspipeline.ports.broker;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The broker's own books, read only: the truth for fills and positions. Every method throws
/// [BrokerUnavailable] when the broker gives no readable answer.
public interface BrokerBooks {

    /// The account as the broker sees it.
    BrokerAccount account(AccountId account);

    /// The order of a client id; empty when the broker does not know it.
    Optional<OrderUpdate> orderByClientId(AccountId account, ClientOrderId id);

    /// Every order that is not at its end.
    List<OrderUpdate> openOrders(AccountId account);

    /// Every order in an instrument that is not at its end, whoever sent it; spreads are left out.
    List<OrderUpdate> openOrders(AccountId account, Instrument instrument);

    /// Every order sent at or after an instant, whatever became of it, oldest first.
    List<OrderUpdate> ordersSince(AccountId account, Instant from);

    /// Every position.
    List<BrokerPosition> positions(AccountId account);
}
