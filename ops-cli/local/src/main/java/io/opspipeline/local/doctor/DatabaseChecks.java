package io.opspipeline.local.doctor;

import io.opspipeline.domain.account.Account;
import io.opspipeline.local.day.ServiceList;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.schema.SchemaException;
import io.opspipeline.persistence.schema.SchemaMigration;
import io.opspipeline.persistence.setting.PostgresSettingsStore;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.runtime.service.ServiceDescription;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whether the database of the mode is there and holds what can be used.
final class DatabaseChecks {

    private static final int OLDEST = 17;

    private final RunMode mode;
    private final Once<DataSource> source;
    private final Supplier<Clock> clock;

    /// @param source opens the database; throws, naming the cure, when there is none
    /// @param clock the time stored settings expire by
    DatabaseChecks(RunMode mode, Once<DataSource> source, Supplier<Clock> clock) {
        this.mode = mode;
        this.source = source;
        this.clock = clock;
    }

    List<Check> checks() {
        return List.of(
                Check.of("database", init(), this::database),
                Check.of("schema", init(), () -> opened(this::schema)),
                Check.of("accounts", init(), () -> opened(this::accounts)),
                Check.of("settings", "ops-cli config list", () -> opened(this::settings)));
    }

    /// The registered accounts that are enabled.
    ///
    /// @throws RuntimeException when the database cannot be read
    List<Account> registered() {
        return new PostgresAccounts(Database.over(source.get()))
                .all().stream().filter(Account::enabled).toList();
    }

    private Finding database() {
        var jdbc = JdbcClient.create(source.get());
        String version = jdbc.sql("show server_version").query(String.class).single();
        String name = jdbc.sql("select current_database()").query(String.class).single();
        String observed = "PostgreSQL %s, database %s".formatted(version, name);
        int major = Integer.parseInt(version.split("\\D", 2)[0]);
        return major < OLDEST
                ? Finding.fail(observed, "use PostgreSQL " + OLDEST)
                : Finding.pass(observed);
    }

    private Finding schema(DataSource opened) {
        try {
            new SchemaMigration(opened).requireCurrent();
            return Finding.pass("every migration of this build is applied");
        } catch (SchemaException failure) {
            String first = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
            return Finding.fail(first, init());
        }
    }

    private Finding accounts(DataSource opened) {
        List<Account> all = new PostgresAccounts(Database.over(opened)).all();
        List<String> enabled =
                all.stream()
                        .filter(Account::enabled)
                        .map(account -> account.id() + " (" + account.strategy() + ")")
                        .toList();
        return enabled.isEmpty()
                ? Finding.fail("no account is registered and enabled", init())
                : Finding.pass(String.join(", ", enabled));
    }

    private Finding settings(DataSource opened) {
        Map<String, String> stored =
                new PostgresSettingsStore(Database.over(opened)).values(clock.get().instant());
        try {
            ServiceDescription.catalogue(ServiceList.ALL).check(stored, mode);
            return Finding.pass(stored.size() + " stored values, all good");
        } catch (SettingsException refused) {
            return Finding.fail(
                    String.valueOf(refused.getMessage()),
                    "set it right with: ops-cli config set, or go back with: ops-cli config undo");
        }
    }

    private Finding opened(Function<DataSource, Finding> look) {
        DataSource opened;
        try {
            opened = source.get();
        } catch (IllegalStateException _) {
            return Finding.skipped("the database cannot be read, see database");
        }
        return look.apply(opened);
    }

    private String init() {
        return "ops-cli init --broker " + mode.profile();
    }
}
