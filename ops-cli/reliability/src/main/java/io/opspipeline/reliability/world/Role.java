package io.opspipeline.reliability.world;

/// The services that touch orders.
public enum Role {
    /// Sends entries.
    DISPATCHER("dispatcher"),
    /// Hears of orders and compares the books.
    TRADE_STREAM("trade-stream"),
    /// Sends exits.
    POSITION_MANAGER("position-manager");

    private final String service;

    Role(String service) {
        this.service = service;
    }

    /// The service's name.
    public String service() {
        return service;
    }
}
