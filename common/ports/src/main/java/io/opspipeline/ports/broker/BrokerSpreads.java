package io.opspipeline.ports.broker;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.SpreadUpdate;
import java.util.List;
import java.util.Optional;

/// The broker's books of spreads, read only. Every method throws [BrokerUnavailable] when the
/// broker gives no readable answer.
public interface BrokerSpreads {

    /// The spread of a client id; empty when the broker does not know it, or knows an order in one
    /// instrument by that name.
    Optional<SpreadUpdate> spreadByClientId(AccountId account, ClientOrderId id);

    /// Every spread that is not at its end, oldest first. One that cannot be read cannot be ours
    /// and is left out.
    List<SpreadUpdate> openSpreads(AccountId account);
}
