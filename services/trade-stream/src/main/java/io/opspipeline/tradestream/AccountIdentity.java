package io.opspipeline.tradestream;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerBooks;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Whether the books that the keys of an account open are those of the registered account (trading
/// rules, section 11). Keys are read again while the service runs, and whoever changes them may
/// swap two accounts.
///
/// @param account whose books
/// @param registered finds the row of an account
/// @param books tell the broker's
/// @param alerts tell a person when they differ
record AccountIdentity(
        AccountId account,
        Function<AccountId, Optional<Account>> registered,
        BrokerBooks books,
        Alerts alerts) {

    /// The registered account, once the broker has said that its number is that of the books.
    ///
    /// @throws io.opspipeline.ports.broker.BrokerUnavailable when the broker does not say
    /// @throws IllegalStateException when it is another account's
    Account require(Instant asOf) {
        Account row =
                registered
                        .apply(account)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "account " + account + " is not registered"));
        String number = books.account(account).number();
        if (number.equals(row.brokerNumber())) {
            return row;
        }
        String message =
                "the broker's account is %s, registered is %s: its books are not compared"
                        .formatted(number, row.brokerNumber());
        alerts.raise(
                Alerts.Severity.CRITICAL,
                "books-of-another-account " + account + " " + number,
                Optional.of(account),
                message,
                asOf);
        throw new IllegalStateException(account + ": " + message);
    }
}
