package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.AccountId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which entries this process works, and which it has dropped because a step of theirs broke. An
/// account that another process owns, or may, has none of either.
final class EntriesInHand {

    private final Map<Long, AccountId> worked = new ConcurrentHashMap<>();
    private final Map<Long, AccountId> dropped = new ConcurrentHashMap<>();

    void take(EntryWork work) {
        worked.put(work.dispatchId(), work.account());
    }

    /// True while this process works the entry of a dispatch.
    boolean areWorked(long dispatchId) {
        return worked.containsKey(dispatchId);
    }

    /// True while an entry that broke is still to be wound up here.
    boolean areDropped(long dispatchId) {
        return dropped.containsKey(dispatchId);
    }

    /// The entry is not worked any more and must be wound up.
    void drop(EntryWork work) {
        dropped.put(work.dispatchId(), work.account());
        worked.remove(work.dispatchId());
    }

    /// The entry is over.
    void end(long dispatchId) {
        worked.remove(dispatchId);
        dropped.remove(dispatchId);
    }

    void letGo(AccountId account) {
        worked.values().removeIf(account::equals);
        dropped.values().removeIf(account::equals);
    }
}
