package io.opspipeline.reliability.world;

import java.util.Set;

/// A moment at which what a process did becomes visible to others, or is just about to.
///
/// @param role which process
/// @param moment before or after
/// @param act what it does, such as `commit` or `submit`
/// @param tables what a commit stores into
public record Boundary(Role role, Moment moment, String act, Set<String> tables) {

    /// Keeps its own copy.
    public Boundary {
        tables = Set.copyOf(tables);
    }

    /// On which side of the act.
    public enum Moment {
        /// Nobody has seen anything yet.
        BEFORE,
        /// It is done; the process does not know yet.
        AFTER
    }

    @Override
    public String toString() {
        return role.service() + " " + moment.name().toLowerCase(java.util.Locale.ROOT) + " " + act;
    }
}
