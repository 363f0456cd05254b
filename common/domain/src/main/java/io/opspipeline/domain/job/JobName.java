package io.opspipeline.domain.job;

/// Every job of the pipeline that runs on a schedule.
public enum JobName {
    TELEMETRY,
    FEATURES,
    SIGNALS,
    WATCHLIST,
    DISPATCHER,
    TRADE_STREAM,
    POSITION_MANAGER,
    EQUITY_SNAPSHOT,
    IV_RECORD,
    REPORT;

    /// The name that people and settings use: lower case with dashes, such as `position-manager`.
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// The job of a label.
    ///
    /// @throws IllegalArgumentException naming the label and the known ones
    public static JobName ofLabel(String label) {
        for (JobName job : values()) {
            if (job.label().equals(label)) {
                return job;
            }
        }
        throw new IllegalArgumentException(
                "unknown job '"
                        + label
                        + "'; known: "
                        + java.util.Arrays.stream(values()).map(JobName::label).toList());
    }
}
