package io.opspipeline.reliability.chaos;

/// What is killed.
public enum Victim {
    /// Sends entries.
    DISPATCHER("dispatcher", 10),
    /// Hears of orders and compares the books.
    TRADE_STREAM("trade-stream", 10),
    /// Sends exits.
    POSITION_MANAGER("position-manager", 10),
    /// The database of all.
    POSTGRESQL("PostgreSQL", 5);

    private final String label;
    private final int leastKills;

    Victim(String label, int leastKills) {
        this.label = label;
        this.leastKills = leastKills;
    }

    /// For people; a service's name.
    public String label() {
        return label;
    }

    /// How often it dies, at least, in a run that is to show anything.
    int leastKills() {
        return leastKills;
    }
}
