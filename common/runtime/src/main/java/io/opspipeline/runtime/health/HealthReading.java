package io.opspipeline.runtime.health;

/// What a look at one signal showed.
///
/// @param state healthy or not
/// @param detail one line for people
public record HealthReading(State state, String detail) {

    /// All is well.
    public static HealthReading healthy(String detail) {
        return new HealthReading(State.HEALTHY, detail);
    }

    /// Nothing happens and nothing should.
    public static HealthReading silent(String detail) {
        return new HealthReading(State.SILENT, detail);
    }

    /// Something is wrong.
    public static HealthReading unhealthy(String reason) {
        return new HealthReading(State.UNHEALTHY, reason);
    }

    /// The verdict on a coverage: nothing done is as bad as too little done.
    ///
    /// @param computed what was done
    /// @param expected what should have been done; zero is unhealthy, for then nothing was even
    ///   asked
    /// @param least the least good share, 0 to 1
    public static HealthReading share(long computed, long expected, double least) {
        String detail = computed + " of " + expected;
        boolean enough = computed > 0 && expected > 0 && computed >= least * expected;
        return enough ? healthy(detail) : unhealthy(detail + ", least share " + least);
    }

    /// True unless something is wrong.
    public boolean isGood() {
        return state != State.UNHEALTHY;
    }

    /// Healthy or not.
    public enum State {
        /// All is well.
        HEALTHY,
        /// Quiet, as expected while the market is closed.
        SILENT,
        /// Something is wrong or missing.
        UNHEALTHY
    }
}
