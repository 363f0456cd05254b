package io.opspipeline.testkit.crash;

/// The process died: nothing of ours may catch it.
public final class Died extends Error {

    private static final long serialVersionUID = 1L;

    /// Died at a moment.
    public Died(String moment) {
        super(moment);
    }
}
