package io.opspipeline.persistence.setting;

import io.opspipeline.domain.job.Topic;
import io.opspipeline.persistence.job.PostgresWakeUps;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.job.WakeUps;
import io.opspipeline.ports.setting.SettingsStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Tables `settings` and `settings_audit`. A change is announced when it commits.
public final class PostgresSettingsStore implements SettingsStore {

    private final Database database;
    private final SettingsAudit audit;
    private final WakeUps wakeUps;

    /// The settings of a database.
    public PostgresSettingsStore(Database database) {
        this.database = database;
        this.audit = new SettingsAudit(database);
        this.wakeUps = new PostgresWakeUps(database);
    }

    @Override
    public Map<String, String> values(Instant asOf) {
        Map<String, String> values = new TreeMap<>();
        stored(asOf).forEach(setting -> values.put(setting.key(), setting.value()));
        return values;
    }

    /// Every stored value that has not expired, by key.
    public List<StoredSetting> stored(Instant asOf) {
        return database.jdbc()
                .sql(
                        """
                        select key, value, changed_by, changed_at, expires_at from settings
                        where expires_at is null or expires_at > :asOf
                        order by key
                        """)
                .param("asOf", Bound.at(asOf))
                .query((rs, _) -> stored(new Row(rs)))
                .list();
    }

    @Override
    public void change(
            String key,
            Optional<String> value,
            Optional<Instant> expiresAt,
            String by,
            Instant at) {
        inTurn(() -> change(key, value, expiresAt, by, at, Optional.empty()));
    }

    /// Takes a change back: the value before it is in force again, and reverts when it would have.
    ///
    /// @return false when it is not the newest change of its setting any more, and nothing was done
    public boolean undo(SettingChange change, String by, Instant at) {
        return database.inTransaction(() -> {
            takeTurn();
            boolean isNewest =
                    audit.undoable(Optional.of(change.key())).filter(change::equals).isPresent();
            if (isNewest) {
                Optional<String> before = change.before(at);
                Optional<Instant> until = before.flatMap(_ -> change.fromUntil());
                change(change.key(), before, until, by, at, Optional.of(change.id()));
            }
            return isNewest;
        });
    }

    private void change(
            String key,
            Optional<String> value,
            Optional<Instant> expiresAt,
            String by,
            Instant at,
            Optional<Long> undoes) {
        audit(key, value, expiresAt, by, at, undoes);
        if (value.isPresent()) {
            set(key, value.get(), expiresAt, by, at);
        } else {
            remove(key);
        }
        wakeUps.publish(Topic.SETTINGS, at);
    }

    private void inTurn(Runnable work) {
        database.inTransaction(() -> {
            takeTurn();
            work.run();
        });
    }

    /// Of two changes at once the later one sees the earlier one as its old value.
    private void takeTurn() {
        database.jdbc().sql("lock table settings in share row exclusive mode").update();
    }

    /// The old value is the one in force; a value that has expired is none.
    private void audit(
            String key,
            Optional<String> value,
            Optional<Instant> expiresAt,
            String by,
            Instant at,
            Optional<Long> undoes) {
        database.jdbc()
                .sql(
                        """
                        insert into settings_audit (key, old_value, old_expires_at, new_value,
                            new_expires_at, changed_by, changed_at, undoes)
                        select :key, old.value, old.expires_at, :value, :expiresAt::timestamptz, :by, :at,
                            :undoes::bigint
                        from (select) as always left join settings as old
                            on old.key = :key and (old.expires_at is null or old.expires_at > :at)
                        """)
                .param("key", key)
                .param("value", Bound.text(value))
                .param("expiresAt", Bound.at(expiresAt))
                .param("by", by)
                .param("at", Bound.at(at))
                .param("undoes", undoes.orElse(null))
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

    private static StoredSetting stored(Row row) throws SQLException {
        return new StoredSetting(
                row.text("key"),
                row.text("value"),
                row.text("changed_by"),
                row.instant("changed_at"),
                row.optionalInstant("expires_at"));
    }
}
