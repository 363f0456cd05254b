package io.opspipeline.alpaca.http;

import io.opspipeline.domain.account.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The sender of each account on one host, made when it is first asked for, so that a new account
/// needs no restart.
public final class AccountSenders {

    private final Function<AccountId, Optional<RequestSender>> made;
    private final Map<AccountId, RequestSender> senders = new ConcurrentHashMap<>();

    /// @param made makes the sender of an account; empty when it has no credentials
    AccountSenders(Function<AccountId, Optional<RequestSender>> made) {
        this.made = made;
    }

    /// The sender of an account.
    ///
    /// @throws IllegalArgumentException when there are no credentials for the account; another
    ///   account's are never used instead (incident 70)
    public RequestSender of(AccountId account) {
        return senders.computeIfAbsent(
                account,
                id ->
                        made.apply(id)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "no Alpaca credentials for account " + id)));
    }
}
