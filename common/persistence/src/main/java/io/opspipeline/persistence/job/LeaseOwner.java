package io.opspipeline.persistence.job;

import java.util.UUID;

/// Who holds leases: one start of one service. No two are ever equal.
///
/// @param name for people and for the table, such as `4711-0b5c...`
public record LeaseOwner(String name) {

    /// A new owner in this process.
    public static LeaseOwner ofThisProcess() {
        return new LeaseOwner(ProcessHandle.current().pid() + "-" + UUID.randomUUID());
    }
}
