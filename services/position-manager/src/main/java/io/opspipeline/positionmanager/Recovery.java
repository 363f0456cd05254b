package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.positionmanager.rules.Exit;
import io.opspipeline.positionmanager.rules.ExitRule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes up closes that nobody works: those of a process that died, and orders that were given up
/// and appear after all.
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final AccountId account;
    private final Positions positions;
    private final OrderLedger ledger;
    private final ClosingOrders orders;
    private final ClosingDesk closing;
    private final Clock clock;
    private final Set<ClientOrderId> winding = ConcurrentHashMap.newKeySet();

    Recovery(
            AccountId account,
            Positions positions,
            OrderLedger ledger,
            ClosingOrders orders,
            ClosingDesk closing,
            Clock clock) {
        this.account = account;
        this.positions = positions;
        this.ledger = ledger;
        this.orders = orders;
        this.closing = closing;
        this.clock = clock;
    }

    /// Takes up what lies about.
    void run() {
        closing.forgetStuck();
        List<HeldPosition> held = positions.held(account);
        List<Order> working = ledger.working(account);
        for (HeldPosition each : held) {
            if (!closing.isClosing(each.id())) {
                rule(each, working).ifPresent(rule -> resume(each, rule));
            }
        }
        Set<Long> ids = held.stream().map(HeldPosition::id).collect(Collectors.toSet());
        working.stream()
                .filter(order ->
                        order.purpose() instanceof OrderPurpose.Exit(long id, _)
                                && !ids.contains(id)
                                && winding.add(order.id()))
                .forEach(this::wind);
    }

    /// The rule that a position is closing under, else that of an order at work for it.
    private static Optional<ExitReason> rule(HeldPosition held, List<Order> working) {
        return held.closingRule()
                .or(() ->
                        working.stream()
                                .map(Order::purpose)
                                .filter(purpose ->
                                        purpose instanceof OrderPurpose.Exit(long id, _)
                                                && id == held.id())
                                .map(purpose -> ((OrderPurpose.Exit) purpose).rule())
                                .findFirst());
    }

    private void resume(HeldPosition held, ExitReason rule) {
        if (rule == ExitReason.PARTIAL && held.partialTaken()) {
            positions.partialTaken(account, held.id(), clock.instant());
            return;
        }
        int quantity = ExitRule.quantityToSell(rule, held.position().quantity());
        closing.begin(held, new Exit(rule, quantity, "taken up again"));
    }

    private void wind(Order order) {
        LOG.warn("{} sells what is not held any more: winding it up", order.id());
        orders.wind(order, ended -> winding.remove(ended.id()));
    }
}
