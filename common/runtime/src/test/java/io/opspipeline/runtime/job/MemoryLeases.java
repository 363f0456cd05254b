package io.opspipeline.runtime.job;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.ports.job.Leases;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The leases of one process among several that share a list of owners.
///
/// @param owners process by job and account
/// @param process the name of this process
public record MemoryLeases(Map<String, String> owners, String process) implements Leases {

    /// The leases of a process that is alone.
    public MemoryLeases() {
        this(new ConcurrentHashMap<>(), "this");
    }

    @Override
    public Optional<Lease> acquire(JobName job, Optional<AccountId> account) {
        String key = job + " " + account;
        String owner = owners.computeIfAbsent(key, _ -> process);
        return owner.equals(process)
                ? Optional.of(new Seat(owners, key, process))
                : Optional.empty();
    }

    private record Seat(Map<String, String> owners, String key, String process) implements Lease {

        @Override
        public long term() {
            return 1;
        }

        @Override
        public void close() {
            owners.remove(key, process);
        }
    }
}
