package io.opspipeline.reliability.world;

/// A moment at which what a process did becomes visible to others, or is just about to.
///
/// @param role which process
/// @param moment before or after
/// @param act what it does, such as `commit` or `submit`
public record Boundary(Role role, Moment moment, String act) {

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
