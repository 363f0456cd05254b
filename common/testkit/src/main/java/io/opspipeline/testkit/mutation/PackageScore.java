package io.opspipeline.testkit.mutation;

/// How many mutants of one package the tests found.
///
/// @param name the package
/// @param mutants planted in it, at least 1
/// @param killed found by a failing test, or by one that did not end any more
/// @param timedOut those of the killed that were found by a test that did not end
record PackageScore(String name, int mutants, int killed, int timedOut) {

    /// The share that was killed, 0 to 100.
    double percent() {
        return 100.0 * killed / mutants;
    }

    PackageScore plus(boolean isKilled, boolean isTimedOut) {
        return new PackageScore(
                name, mutants + 1, killed + (isKilled ? 1 : 0), timedOut + (isTimedOut ? 1 : 0));
    }
}
