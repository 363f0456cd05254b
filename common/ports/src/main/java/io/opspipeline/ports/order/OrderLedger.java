package io.opspipeline.ports.order;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderChange;
import io.opspipeline.domain.order.OrderUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The one place where orders, fills, positions, outcomes and the state of a dispatch change. Each
/// call is one transaction: the order, its event, its fill, the position made by it, and, when the
/// position ends, its outcome, stand or fall together. Repeating a call changes nothing.
public interface OrderLedger {

    /// Commits an order before it is sent. An entry moves its dispatch to INTENT (first attempt).
    ///
    /// @param quote the quote it was priced on, for the cost of the spread; empty when there was
    ///   none
    /// @throws IllegalStateException when the id is taken by another request
    void commitIntent(Order order, Optional<Quote> quote);

    /// Takes in news from the broker; empty when the client id is not ours.
    Optional<OrderChange> apply(AccountId account, OrderUpdate update);

    /// The broker refused the order.
    OrderChange refused(ClientOrderId id, Denial denial, Instant at);

    /// The request got no readable answer.
    OrderChange doubted(ClientOrderId id, Denial denial, Instant at);

    /// The order was in doubt and never found: limits are released, the id stays watched.
    OrderChange lost(ClientOrderId id, Instant at);

    /// Given up before it was sent.
    OrderChange aborted(ClientOrderId id, Denial denial, Instant at);

    /// The entry of a dispatch is over: no further order follows. The dispatch becomes FILLED,
    /// PARTIAL, UNFILLED or REJECTED by what its orders filled, and what it reserved is released.
    ///
    /// @param denial why it is over, stored with the dispatch unless all was filled
    void entryEnded(long dispatchId, Denial denial, Instant at);

    /// An order of ours.
    Optional<Order> find(AccountId account, ClientOrderId id);

    /// Every order that may still be filled, oldest first.
    List<Order> working(AccountId account);

    /// Every order that may still be filled or that ended at or after an instant, oldest first.
    List<Order> atWorkSince(AccountId account, Instant from);

    /// Lost orders created at or after an instant: their ids are watched until the session ends.
    List<Order> lostSince(AccountId account, Instant from);
}
