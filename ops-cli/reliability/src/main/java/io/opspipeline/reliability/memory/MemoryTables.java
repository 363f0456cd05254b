package io.opspipeline.reliability.memory;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Execution;
import io.opspipeline.domain.order.OrderUpdate;
import java.time.Instant;
import java.util.Optional;

/// All rows, shared by the stores of one [MemoryStores].
final class MemoryTables {

    final Transactions transactions = new Transactions();
    final Table<AccountId, Account> accounts = new Table<>(transactions);
    final Table<Long, SignalRow> signals = new Table<>(transactions);

    /// News that were taken in, each once.
    final Table<News, Boolean> news = new Table<>(transactions);

    private final Table<AccountId, AccountRows> rows = new Table<>(transactions);
    private final Table<Long, AccountId> dispatchOwners = new Table<>(transactions);
    private final Table<ClientOrderId, AccountId> orderOwners = new Table<>(transactions);
    private long positions;

    /// What makes an event of the broker count once.
    record News(
            ClientOrderId order,
            OrderUpdate.Source source,
            BrokerOrderStatus status,
            int filled,
            Optional<String> execution,
            Instant at) {

        static News of(OrderUpdate update) {
            return new News(
                    update.clientOrderId(),
                    update.source(),
                    update.status(),
                    update.filledQuantity(),
                    update.execution().map(Execution::executionId),
                    update.at());
        }
    }

    /// What an account has.
    AccountRows of(AccountId account) {
        return rows.find(account)
                .orElseGet(() -> {
                    AccountRows added = AccountRows.in(transactions);
                    rows.put(account, added);
                    return added;
                });
    }

    /// @throws IllegalStateException when the account has no such row
    DispatchRow dispatch(AccountId account, long id) {
        return of(account)
                .dispatches()
                .find(id)
                .orElseThrow(() -> new IllegalStateException(account + " has no dispatch " + id));
    }

    /// Whose a dispatch is.
    ///
    /// @throws IllegalStateException when there is none
    AccountId ownerOf(long dispatchId) {
        return dispatchOwners
                .find(dispatchId)
                .orElseThrow(() -> new IllegalStateException("no dispatch " + dispatchId));
    }

    /// Whose an order is.
    ///
    /// @throws IllegalStateException when there is none
    AccountId ownerOf(ClientOrderId id) {
        return orderOwners.find(id).orElseThrow(() -> new IllegalStateException("no order " + id));
    }

    /// Gives an order's name to an account; false when it is taken.
    boolean own(ClientOrderId id, AccountId account) {
        return orderOwners.add(id, account);
    }

    long nextDispatch(AccountId account) {
        long id = dispatchOwners.count() + 1L;
        dispatchOwners.put(id, account);
        return id;
    }

    long nextPosition() {
        return ++positions;
    }
}
