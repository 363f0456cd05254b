package io.opspipeline.domain.order;

/// The broker's name of an order: opaque.
///
/// @param value as the broker wrote it; never empty
public record BrokerOrderId(String value) {

    /// Refuses an empty name.
    public BrokerOrderId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("broker order id is empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
