package io.opspipeline.persistence.setting;

import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.setting.SettingsStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Tables `settings` and `settings_audit`.
public final class PostgresSettingsStore implements SettingsStore {

    private final Database database;

    /// The settings of a database.
    public PostgresSettingsStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, String> values(Instant asOf) {
        Map<String, String> values = new TreeMap<>();
        database.jdbc()
                .sql(
                        """
                        select key, value from settings
                        where expires_at is null or expires_at > :asOf
                        """)
                .param("asOf", Bound.at(asOf))
                .query((rs, _) -> Map.entry(rs.getString("key"), rs.getString("value")))
                .list()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return values;
    }

    @Override
    public void change(
            String key,
            Optional<String> value,
            Optional<Instant> expiresAt,
            String by,
            Instant at) {
        database.inTransaction(() -> {
            audit(key, value, by, at);
            if (value.isPresent()) {
                set(key, value.get(), expiresAt, by, at);
            } else {
                remove(key);
            }
        });
    }

    /// The old value is the one in force; a value that has expired is none.
    private void audit(String key, Optional<String> value, String by, Instant at) {
        database.jdbc()
                .sql(
                        """
                        insert into settings_audit (key, old_value, new_value, changed_by, changed_at)
                        values (:key,
                            (select value from settings
                                where key = :key and (expires_at is null or expires_at > :at)),
                            :value, :by, :at)
                        """)
                .param("key", key)
                .param("value", Bound.text(value))
                .param("by", by)
                .param("at", Bound.at(at))
                .update();
    }

    private void set(String key, String value, Optional<Instant> expiresAt, String by, Instant at) {
        database.jdbc()
                .sql(
                        """
                        insert into settings (key, value, changed_by, changed_at, expires_at)
                        values (:key, :value, :by, :at, :expiresAt)
                        on conflict (key) do update set
                            value = excluded.value,
                            changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at,
                            expires_at = excluded.expires_at
                        """)
                .param("key", key)
                .param("value", value)
                .param("by", by)
                .param("at", Bound.at(at))
                .param("expiresAt", Bound.at(expiresAt))
                .update();
    }

    private void remove(String key) {
        database.jdbc().sql("delete from settings where key = :key").param("key", key).update();
    }
}
