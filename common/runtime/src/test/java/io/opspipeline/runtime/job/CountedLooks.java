package io.opspipeline.runtime.job;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.ports.job.Leases;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Leases that count how often they were asked for.
final class CountedLooks implements Leases {

    private static final long PATIENCE_SECONDS = 30;

    private final Leases leases;
    private final Semaphore looks = new Semaphore(0);

    CountedLooks(Leases leases) {
        this.leases = leases;
    }

    /// Waits until so many more looks are over.
    void await(int count) throws InterruptedException {
        if (!looks.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody looked " + count + " times");
        }
    }

    @Override
    public Optional<Lease> acquire(JobName job, Optional<AccountId> account) {
        try {
            return leases.acquire(job, account);
        } finally {
            looks.release();
        }
    }
}
