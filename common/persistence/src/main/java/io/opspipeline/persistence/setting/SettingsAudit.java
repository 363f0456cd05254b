package io.opspipeline.persistence.setting;

import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Table `settings_audit`: who changed what, when, from what to what.
public final class SettingsAudit {

    private final Database database;

    /// The audit of a database.
    public SettingsAudit(Database database) {
        this.database = database;
    }

    /// Changes, newest first.
    ///
    /// @param key the setting; empty for all
    public List<SettingChange> newest(Optional<String> key, int most) {
        return database.jdbc()
                .sql(
                        """
                        select * from settings_audit where key = coalesce(:key::text, key)
                        order by audit_id desc limit :most
                        """)
                .param("key", Bound.text(key))
                .param("most", most)
                .query((rs, _) -> change(new Row(rs)))
                .list();
    }

    /// The newest change that was not taken back and takes none back; empty when there is none.
    ///
    /// @param key the setting; empty for all
    public Optional<SettingChange> undoable(Optional<String> key) {
        return database.jdbc()
                .sql(
                        """
                        select * from settings_audit a
                        where key = coalesce(:key::text, key) and undoes is null
                            and not exists (select from settings_audit u where u.undoes = a.audit_id)
                        order by audit_id desc limit 1
                        """)
                .param("key", Bound.text(key))
                .query((rs, _) -> change(new Row(rs)))
                .optional();
    }

    /// Writes a change that belongs to no row of `settings`, such as what an account may do.
    ///
    /// @param from the value before
    /// @param to the value after
    public void add(String key, String from, String to, String by, Instant at) {
        database.jdbc()
                .sql(
                        """
                        insert into settings_audit (key, old_value, new_value, changed_by, changed_at)
                        values (:key, :from, :to, :by, :at)
                        """)
                .param("key", key)
                .param("from", from)
                .param("to", to)
                .param("by", by)
                .param("at", Bound.at(at))
                .update();
    }

    private static SettingChange change(Row row) throws SQLException {
        var undoes = row.optionalLong("undoes");
        return new SettingChange(
                row.bigint("audit_id"),
                row.text("key"),
                row.optionalText("old_value"),
                row.optionalText("new_value"),
                row.optionalInstant("old_expires_at"),
                row.optionalInstant("new_expires_at"),
                row.text("changed_by"),
                row.instant("changed_at"),
                undoes.isPresent() ? Optional.of(undoes.getAsLong()) : Optional.empty());
    }
}
