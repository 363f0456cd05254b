package io.opspipeline.tradestream;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/// The streams of all accounts that were met so far, one each. An account needs a row and no
/// restart to get one.
final class AccountStreams implements AutoCloseable {

    private final Function<Account, StreamWatch> parts;
    private final Map<AccountId, StreamWatch> open = new ConcurrentSkipListMap<>();

    /// @param parts makes the stream of an account, not yet open
    AccountStreams(Function<Account, StreamWatch> parts) {
        this.parts = parts;
    }

    /// The stream of an account, opened when it is not; empty when it was opened by this call. A
    /// broker that is slow to answer one account keeps no other waiting.
    Optional<AccountStream> openOrFind(Account account) {
        StreamWatch made = parts.apply(account);
        StreamWatch known = open.putIfAbsent(account.id(), made);
        if (known != null) {
            return Optional.of(known.stream());
        }
        begin(account.id(), made);
        return Optional.empty();
    }

    /// Closes the stream of an account, if it is open.
    void close(AccountId account) {
        Optional.ofNullable(open.remove(account)).ifPresent(StreamWatch::close);
    }

    private void begin(AccountId account, StreamWatch made) {
        try {
            made.begin();
        } catch (RuntimeException broken) {
            open.remove(account, made);
            throw broken;
        }
    }

    @Override
    public void close() {
        open.values().forEach(StreamWatch::close);
        open.clear();
    }
}
