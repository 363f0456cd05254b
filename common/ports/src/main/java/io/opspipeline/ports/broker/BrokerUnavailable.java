package io.opspipeline.ports.broker;

/// The broker or its data feed gave no readable answer. What needed it is missing, never zero.
public final class BrokerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message what was asked and what came back, without secrets
    public BrokerUnavailable(String message) {
        super(message);
    }

    /// @param message what was asked and what came back, without secrets
    /// @param cause what broke
    public BrokerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
