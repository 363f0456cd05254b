package io.opspipeline.alpaca.http;

import io.opspipeline.domain.account.AccountId;
import java.util.Map;

/// The sender of each account on one host.
///
/// @param senders by account
public record AccountSenders(Map<AccountId, RequestSender> senders) {

    /// Keeps its own copy.
    public AccountSenders {
        senders = Map.copyOf(senders);
    }

    /// The sender of an account.
    ///
    /// @throws IllegalArgumentException when there are no credentials for the account; another
    ///   account's are never used instead (incident 70)
    public RequestSender of(AccountId account) {
        RequestSender sender = senders.get(account);
        if (sender == null) {
            throw new IllegalArgumentException("no Alpaca credentials for account " + account);
        }
        return sender;
    }
}
