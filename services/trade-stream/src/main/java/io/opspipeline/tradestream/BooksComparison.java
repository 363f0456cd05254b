package io.opspipeline.tradestream;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.store.Accounts;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Compares the books of one account, both ways: positions are read first and orders after them, so
/// that an entry that fills in between is never taken for a position of somebody else. Where they
/// differ positions are read once more, so that one that was sold in between is not adopted.
final class BooksComparison {

    private final AccountId account;
    private final Accounts accounts;
    private final BrokerBooks books;
    private final OrderComparison orders;
    private final PositionComparison positions;

    BooksComparison(
            AccountId account,
            Accounts accounts,
            BrokerBooks books,
            OrderComparison orders,
            PositionComparison positions) {
        this.account = account;
        this.accounts = accounts;
        this.books = books;
        this.orders = orders;
        this.positions = positions;
    }

    /// Compares once.
    ///
    /// @param read is given what the books say of orders, before any of it is booked
    /// @return false when something waits for another comparison, soon
    /// @throws io.opspipeline.ports.broker.BrokerUnavailable when the books cannot be read; nothing
    ///   is ended or adopted then
    /// @throws IllegalStateException when the account is not registered, and when something could
    ///   not be booked, after all the rest was
    boolean run(Instant asOf, Consumer<List<OrderUpdate>> read) {
        Account row = accounts.require(account);
        List<BrokerPosition> held = books.positions(account);
        Set<ClientOrderId> unbooked = orders.run(NewYork.startOf(NewYork.dateOf(asOf)), asOf, read);
        boolean isSettled =
                positions.run(held, () -> books.positions(account), row.strategy(), unbooked, asOf);
        if (!unbooked.isEmpty()) {
            throw new IllegalStateException("not booked: " + unbooked);
        }
        return isSettled;
    }
}
