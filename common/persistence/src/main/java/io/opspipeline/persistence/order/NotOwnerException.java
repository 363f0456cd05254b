package io.opspipeline.persistence.order;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;

/// An intent came from a process that does not own the job; nothing was stored.
public final class NotOwnerException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /// Names the job and the account.
    public NotOwnerException(JobName job, AccountId account) {
        super("another process owns " + job.label() + " of " + account + ": no intent");
    }
}
