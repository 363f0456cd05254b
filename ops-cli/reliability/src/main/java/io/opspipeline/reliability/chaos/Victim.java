package io.opspipeline.reliability.chaos;

/// What is killed.
public enum Victim {
    /// Sends entries.
    DISPATCHER("dispatcher"),
    /// Hears of orders and compares the books.
    TRADE_STREAM("trade-stream"),
    /// Sends exits.
    POSITION_MANAGER("position-manager"),
    /// The database of all.
    POSTGRESQL("PostgreSQL");

    private final String label;

    Victim(String label) {
        this.label = label;
    }

    /// For people; a service's name.
    public String label() {
        return label;
    }
}
