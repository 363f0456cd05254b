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

    /// The stream of an account, opened when it is not; empty when it was opened by this call.
    synchronized Optional<AccountStream> openOrFind(Account account) {
        StreamWatch watch = open.get(account.id());
        if (watch != null) {
            return Optional.of(watch.stream());
        }
        StreamWatch opened = parts.apply(account);
        open.put(account.id(), opened);
        opened.begin();
        return Optional.empty();
    }

    @Override
    public synchronized void close() {
        open.values().forEach(StreamWatch::close);
        open.clear();
    }
}
