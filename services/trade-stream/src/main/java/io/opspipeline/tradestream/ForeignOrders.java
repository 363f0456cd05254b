package io.opspipeline.tradestream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.store.Accounts;
import java.time.Instant;
import java.util.Optional;

/// Orders at the broker that our books do not have: those of somebody else are told. One under a
/// name of ours was committed before it was sent, so the books have lost it, as they do when a
/// backup is restored. What else of the day they have lost nobody knows, its losses and its brakes
/// among it: entries stop, once a day, until an operator has looked.
final class ForeignOrders {

    private final AccountId account;
    private final Accounts accounts;
    private final Alerts alerts;

    ForeignOrders(AccountId account, Accounts accounts, Alerts alerts) {
        this.account = account;
        this.accounts = accounts;
        this.alerts = alerts;
    }

    void found(OrderUpdate update, Instant asOf) {
        boolean isNamedByUs = update.clientOrderId().value().startsWith(account + ":");
        if (isNamedByUs) {
            stopEntries(update, asOf);
        }
        alerts.raise(
                Alerts.Severity.WARNING,
                "foreign-order " + account + " " + update.brokerOrderId(),
                Optional.of(account),
                "order %s at the broker is not %s"
                        .formatted(update.clientOrderId(), isNamedByUs ? "in our books" : "ours"),
                asOf);
    }

    /// Told before it is done: whoever dies in between does both again.
    private void stopEntries(OrderUpdate update, Instant asOf) {
        var day = NewYork.dateOf(asOf);
        String reason = "BOOKS_LACK_ORDERS of " + day;
        if (accounts.wasPaused(account, reason)) {
            return;
        }
        alerts.raise(
                Alerts.Severity.CRITICAL,
                "books-lack-orders " + account + " " + day,
                Optional.of(account),
                ("order %s is one of ours at the broker, and our books do not have it: what they say"
                                + " of today's losses and entries is too little; no entries until resume")
                        .formatted(update.clientOrderId()),
                asOf);
        accounts.stopEntries(account, reason, Optional.empty(), asOf);
    }
}
