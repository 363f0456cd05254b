package io.opspipeline.ports.store;

/// The tables as a build needs them.
public interface Schema {

    /// Returns when the tables have all that this build needs. More is accepted: a deployment
    /// migrates first.
    ///
    /// @throws RuntimeException saying what is missing, or that it could not be read
    void requireCurrent();
}
