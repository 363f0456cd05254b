package io.opspipeline.ports.job;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import java.util.Optional;

/// One owner per (job, account), across processes; a dead owner's lease is free at once.
public interface Leases {

    /// Takes the lease, or empty when another process has it. A lease held by this process is given
    /// again, unless it was lost meanwhile: then it is taken anew.
    Optional<Lease> acquire(JobName job, Optional<AccountId> account);

    /// A held lease.
    interface Lease extends AutoCloseable {

        /// Which ownership this is. It changes when the lease changes hands, and only then: a
        /// process that lost its lease and finds the same term was the owner all the time.
        long term();

        /// Gives the lease back.
        @Override
        void close();
    }
}
