package io.opspipeline.persistence.market;

import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.store.Capabilities;
import java.time.Instant;
import java.util.Map;

/// Table `capabilities`.
public final class PostgresCapabilities implements Capabilities {

    private final Database database;

    /// The capabilities of a database.
    public PostgresCapabilities(Database database) {
        this.database = database;
    }

    @Override
    public void record(Map<String, String> found, Instant at) {
        database.jdbc()
                .sql(
                        """
                        insert into capabilities as known (name, value, probed_at)
                        select name, value, :at from unnest(:names::text[], :values::text[]) as found (name, value)
                        on conflict (name) do update set
                            value = excluded.value,
                            probed_at = excluded.probed_at
                        """)
                .param("names", found.keySet().toArray(String[]::new))
                .param("values", found.values().toArray(String[]::new))
                .param("at", Bound.at(at))
                .update();
    }
}
