package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.Account;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares the broker's account number with the registered one when an account is first served
/// (trading rules, section 11), and tells a person when they differ. The gate ACCOUNT_STATUS keeps
/// such an account from entering.
final class AccountNumberCheck {

    private static final Logger LOG = LoggerFactory.getLogger(AccountNumberCheck.class);

    private final BrokerBooks books;
    private final Alerts alerts;

    /// By their whole row: a changed one is compared again.
    private final Set<Account> confirmed = ConcurrentHashMap.newKeySet();

    AccountNumberCheck(BrokerBooks books, Alerts alerts) {
        this.books = books;
        this.alerts = alerts;
    }

    /// Compares until the numbers are equal.
    void check(Account account, Instant at) {
        if (!confirmed.contains(account)) {
            number(account).ifPresent(number -> compare(account, number, at));
        }
    }

    private Optional<String> number(Account account) {
        try {
            return Optional.of(books.account(account.id()).number());
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("account number could not be read: {}", unavailable.getMessage());
            return Optional.empty();
        }
    }

    private void compare(Account account, String number, Instant at) {
        if (number.equals(account.brokerNumber())) {
            LOG.info("{} is the broker's account {}", account.id(), number);
            confirmed.add(account);
            return;
        }
        alerts.raise(
                Alerts.Severity.CRITICAL,
                "account-number " + account.id() + " " + number,
                Optional.of(account.id()),
                "the broker's account is %s, registered is %s: no entries"
                        .formatted(number, account.brokerNumber()),
                at);
    }
}
