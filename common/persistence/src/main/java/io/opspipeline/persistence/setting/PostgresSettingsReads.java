package io.opspipeline.persistence.setting;

import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Column;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.setting.SettingInForce;
import io.opspipeline.ports.setting.SettingsFault;
import io.opspipeline.ports.setting.SettingsRead;
import io.opspipeline.ports.setting.SettingsReads;
import io.opspipeline.ports.store.Provenance;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Tables `settings_reads`, `settings_in_force` and `settings_faults`.
public final class PostgresSettingsReads implements SettingsReads {

    private final Database database;

    /// The reads of a database.
    public PostgresSettingsReads(Database database) {
        this.database = database;
    }

    /// That a service lives, and when it last read the store.
    ///
    /// @param service the service
    /// @param mode against whom it trades
    /// @param at when it last read, on its own time, UTC
    public record LastRead(String service, Provenance.Mode mode, Instant at) {}

    @Override
    public void record(SettingsRead read) {
        database.inTransaction(() -> {
            touch(read);
            replaceInForce(read);
            replaceFaults(read);
        });
    }

    @Override
    public void readAgain(String service, Instant at) {
        database.jdbc()
                .sql("update settings_reads set read_at = :at where service = :service")
                .param("service", service)
                .param("at", Bound.at(at))
                .update();
    }

    @Override
    public List<SettingsFault> faults(Instant asOf) {
        return database.jdbc()
                .sql(
                        """
                        select f.service, f.key, f.reason, coalesce(s.changed_at, f.since) as since
                        from settings_faults f left join settings s using (key)
                        union all
                        select null, key, 'setting ' || key || ': no service has it', changed_at
                        from settings s
                        where (expires_at is null or expires_at > :asOf)
                            and exists (select from settings_reads)
                            and not exists (select from settings_reads, unnest(prefixes) prefix
                                where starts_with(s.key, prefix || '.'))
                        order by key, service nulls first
                        """)
                .param("asOf", Bound.at(asOf))
                .query((rs, _) -> fault(new Row(rs)))
                .list();
    }

    /// Every service that ever read the store, by name.
    public List<LastRead> services() {
        return database.jdbc()
                .sql("select service, mode, read_at from settings_reads order by service")
                .query((rs, _) -> lastRead(new Row(rs)))
                .list();
    }

    /// What the services go by where it is not the default, by service.
    public Map<String, List<SettingInForce>> inForce() {
        Map<String, List<SettingInForce>> byService = new TreeMap<>();
        database.jdbc()
                .sql("select service, key, value, source from settings_in_force order by key")
                .query((rs, _) -> Map.entry(rs.getString("service"), inForce(new Row(rs))))
                .list()
                .forEach(entry ->
                        byService
                                .computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                                .add(entry.getValue()));
        return byService;
    }

    private void touch(SettingsRead read) {
        database.jdbc()
                .sql(
                        """
                        insert into settings_reads (service, mode, prefixes, read_at)
                        values (:service, :mode, :prefixes, :at)
                        on conflict (service) do update set
                            mode = excluded.mode,
                            prefixes = excluded.prefixes,
                            read_at = excluded.read_at
                        """)
                .param("service", read.service())
                .param("mode", read.mode().name())
                .param("prefixes", read.prefixes().stream().sorted().toArray(String[]::new))
                .param("at", Bound.at(read.at()))
                .update();
    }

    private void replaceInForce(SettingsRead read) {
        database.jdbc()
                .sql("delete from settings_in_force where service = :service")
                .param("service", read.service())
                .update();
        database.jdbc()
                .sql(
                        """
                        insert into settings_in_force (service, key, value, source)
                        select :service, key, value, source
                        from unnest(:keys::text[], :values::text[], :sources::text[]) as t (key, value, source)
                        """)
                .param("service", read.service())
                .param("keys", Column.texts(read.inForce(), SettingInForce::key))
                .param("values", Column.texts(read.inForce(), SettingInForce::value))
                .param("sources", Column.texts(read.inForce(), setting -> setting.source().name()))
                .update();
    }

    /// A fault that was there before keeps its beginning.
    private void replaceFaults(SettingsRead read) {
        List<Map.Entry<String, String>> faults = List.copyOf(read.faults().entrySet());
        database.jdbc()
                .sql(
                        """
                        with refused as (
                            select key, reason from unnest(:keys::text[], :reasons::text[]) as t (key, reason)
                        ), good as (
                            delete from settings_faults
                            where service = :service and key not in (select key from refused)
                        )
                        insert into settings_faults as known (service, key, reason, since)
                        select :service, key, reason, :at from refused
                        on conflict (service, key) do update set
                            reason = excluded.reason,
                            since = case when known.reason = excluded.reason then known.since
                                else excluded.since end
                        """)
                .param("service", read.service())
                .param("keys", Column.texts(faults, Map.Entry::getKey))
                .param("reasons", Column.texts(faults, Map.Entry::getValue))
                .param("at", Bound.at(read.at()))
                .update();
    }

    private static SettingsFault fault(Row row) throws SQLException {
        Optional<String> service = row.optionalText("service");
        return new SettingsFault(
                service, row.text("key"), row.text("reason"), row.instant("since"));
    }

    private static LastRead lastRead(Row row) throws SQLException {
        return new LastRead(
                row.text("service"),
                row.constant("mode", Provenance.Mode.class),
                row.instant("read_at"));
    }

    private static SettingInForce inForce(Row row) throws SQLException {
        return new SettingInForce(
                row.text("key"),
                row.text("value"),
                row.constant("source", SettingInForce.Source.class));
    }
}
