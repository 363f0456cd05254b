package io.opspipeline.persistence.job;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import java.time.Instant;
import java.util.Optional;

/// Table `job_leases`: who owns a job, beyond the life of a session.
final class LeaseTable {

    private final LeaseOwner owner;

    LeaseTable(LeaseOwner owner) {
        this.owner = owner;
    }

    /// Writes the owner down. Waits for intents of the owner before that are being committed.
    ///
    /// @return the term
    long take(Database session, JobName job, Optional<AccountId> account, Instant at) {
        return session.jdbc()
                .sql(
                        """
                        insert into job_leases as known (job, account_id, owner, term, taken_at)
                        values (:job, :account, :owner, 1, :at)
                        on conflict (job, account_id) do update set
                            owner = excluded.owner,
                            term = known.term + case when known.owner = excluded.owner then 0 else 1 end,
                            taken_at = excluded.taken_at
                        returning term
                        """)
                .param("job", job.name())
                .param("account", Bound.text(account))
                .param("owner", owner.name())
                .param("at", Bound.at(at))
                .query((rs, _) -> rs.getLong("term"))
                .single();
    }

    /// Keeps the job with its owner until the transaction ends.
    ///
    /// @return false when the owner is another
    boolean hold(Database database, JobName job, AccountId account) {
        return database.jdbc()
                .sql(
                        """
                        select term from job_leases
                        where job = :job and account_id = :account and owner = :owner
                        for share
                        """)
                .param("job", job.name())
                .param("account", account.value())
                .param("owner", owner.name())
                .query((rs, _) -> rs.getLong("term"))
                .optional()
                .isPresent();
    }
}
