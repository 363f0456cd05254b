package io.opspipeline.domain.order;

/// What an order is for.
public sealed interface OrderPurpose {

    /// Opens a position for a dispatch.
    ///
    /// @param dispatchId the row in `dispatch_executions`
    record Entry(long dispatchId) implements OrderPurpose {}

    /// Closes a position, or part of it.
    ///
    /// @param positionId the row in `active_positions`
    /// @param rule the exit rule that wants it
    record Exit(long positionId, ExitReason rule) implements OrderPurpose {}
}
