package io.opspipeline.reliability.memory;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.ports.alert.Alerts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Alerts in memory, each event once.
public final class MemoryAlerts implements Alerts {

    private final MemoryTables tables;
    private final Table<String, String> raised;

    MemoryAlerts(MemoryTables tables) {
        this.tables = tables;
        raised = new Table<>(tables.transactions);
    }

    @Override
    public void raise(
            Severity severity,
            String eventId,
            Optional<AccountId> account,
            String message,
            Instant at) {
        tables.transactions.run(() -> raised.add(eventId, severity + " " + message));
    }

    /// What was raised so far, oldest first: severity and message.
    public List<String> raised() {
        return tables.transactions.call(() -> raised.all().toList());
    }
}
