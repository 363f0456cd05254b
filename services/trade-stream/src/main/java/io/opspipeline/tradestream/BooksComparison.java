package io.opspipeline.tradestream;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.ports.broker.BrokerBooks;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Compares the books of one account, both ways: positions are read first and orders after them, so
/// that an entry that fills in between is never taken for a position of somebody else. Where they
/// differ positions are read once more, so that one that was sold in between is not adopted.
final class BooksComparison {

    private final AccountId account;
    private final AccountIdentity identity;
    private final BrokerBooks books;
    private final OrderComparison orders;
    private final PositionComparison positions;

    BooksComparison(
            AccountId account,
            AccountIdentity identity,
            BrokerBooks books,
            OrderComparison orders,
            PositionComparison positions) {
        this.account = account;
        this.identity = identity;
        this.books = books;
        this.orders = orders;
        this.positions = positions;
    }

    /// Compares once. Whose books they are is asked after they were read and before anything
    /// follows from them: keys that were swapped before the reading are seen then.
    ///
    /// @throws io.opspipeline.ports.broker.BrokerUnavailable when the books cannot be read; nothing
    ///   is ended or adopted then
    /// @throws IllegalStateException when they are the books of another account, and when something
    ///   could not be booked, after all the rest was
    void run(Instant asOf) {
        List<BrokerPosition> held = books.positions(account);
        Account registered = identity.require(asOf);
        Set<ClientOrderId> unbooked = orders.run(NewYork.startOf(NewYork.dateOf(asOf)), asOf);
        positions.run(held, () -> books.positions(account), registered.strategy(), unbooked, asOf);
        if (!unbooked.isEmpty()) {
            throw new IllegalStateException("not booked: " + unbooked);
        }
    }
}
