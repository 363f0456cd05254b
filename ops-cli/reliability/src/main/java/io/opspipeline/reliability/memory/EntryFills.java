package io.opspipeline.reliability.memory;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.order.Fill;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.position.Position;
import io.opspipeline.domain.position.PositionMachine;
import io.opspipeline.domain.position.PositionOrigin;
import java.util.Optional;

/// Books the fills of entries: each opens or increases the position of its symbol.
final class EntryFills {

    private final MemoryTables tables;
    private final FeeTable fees;

    EntryFills(MemoryTables tables, FeeTable fees) {
        this.tables = tables;
        this.fees = fees;
    }

    void book(Order order, Fill fill) {
        OrderRequest request = order.request();
        AccountRows rows = tables.of(request.account());
        String symbol = request.instrument().symbol();
        Optional<PositionRow> held = rows.positions().find(symbol);
        PositionRow after =
                held.map(row ->
                                new PositionRow(
                                        row.id(), PositionMachine.increased(row.position(), fill)))
                        .orElseGet(() ->
                                new PositionRow(tables.nextPosition(), opened(request, fill)));
        rows.positions().put(symbol, after);
        rows.fees()
                .put(
                        rows.fees().count(),
                        new AccountRows.Fee(
                                fees.of(
                                        request.instrument(),
                                        request.side(),
                                        fill.quantity(),
                                        fill.price(),
                                        NewYork.dateOf(fill.at())),
                                fill.at()));
    }

    private Position opened(OrderRequest request, Fill fill) {
        AccountId account = request.account();
        Account registered =
                tables.accounts
                        .find(account)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "account " + account + " is not registered"));
        return PositionMachine.opened(
                account,
                request.instrument(),
                registered.strategy(),
                PositionOrigin.DISPATCH,
                fill);
    }
}
