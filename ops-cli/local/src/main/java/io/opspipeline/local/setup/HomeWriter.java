package io.opspipeline.local.setup;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.local.alert.AlertSettings;
import io.opspipeline.local.broker.BrokerFile;
import io.opspipeline.local.broker.HomeBroker;
import io.opspipeline.local.broker.PropertiesFile;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.local.up.ControlClient;
import io.opspipeline.local.up.RunningDatabase;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.market.PostgresUniverse;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.runtime.setting.RunMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes what a home folder needs to trade at a broker. The database of the mode is made, or
/// brought to this build's schema, when it is opened; everything else waits for a write.
public final class HomeWriter implements AutoCloseable {

    private static final String KEY_ID = ".key-id";
    private static final String SECRET_KEY = ".secret-key";

    private final HomeBroker broker;
    private final LocalPostgres postgres;
    private final boolean isNew;
    private final RunningDatabase opened;
    private final Database database;

    private HomeWriter(
            HomeBroker broker, LocalPostgres postgres, boolean isNew, RunningDatabase opened) {
        this.broker = broker;
        this.postgres = postgres;
        this.isNew = isNew;
        this.opened = opened;
        this.database = Database.over(opened.source());
    }

    /// Opens the database of a home folder's mode.
    public static HomeWriter open(HomeBroker broker) {
        LocalPostgres postgres = LocalPostgres.in(broker.home());
        postgres.start();
        boolean isNew = !postgres.has(RunningDatabase.name(broker.mode()));
        RunningDatabase opened = RunningDatabase.openKept(postgres, broker.mode());
        return new HomeWriter(broker, postgres, isNew, opened);
    }

    /// What there is when nothing is written any more, in words for people.
    public String unwritten() {
        return isNew
                ? "nothing was written but an empty database of %s".formatted(broker.mode())
                : "nothing was written; the database of %s has this build's schema"
                        .formatted(broker.mode());
    }

    /// Lets commands look at this database from now on, unless something is up there.
    public void makeCurrent() {
        if (ControlClient.in(broker.home()).state().isEmpty()) {
            postgres.makeCurrent(RunningDatabase.name(broker.mode()));
        }
    }

    /// The registered accounts.
    public List<Account> accounts() {
        return new PostgresAccounts(database).all();
    }

    /// The row of an account.
    public Optional<Account> account(AccountId id) {
        return new PostgresAccounts(database).find(id);
    }

    /// The symbols of the positions that an account has here and that have not ended.
    public Set<String> heldSymbols(AccountId id) {
        return Set.copyOf(
                database.jdbc()
                        .sql(
                                """
                                select symbol from active_positions
                                where account_id = :account and ended_at is null
                                """)
                        .param("account", id.value())
                        .query(String.class)
                        .list());
    }

    /// True when no ticker is active.
    public boolean isWithoutUniverse() {
        return new PostgresUniverse(database).active().isEmpty();
    }

    /// The other mode that keys of an account are kept for: its database has the account, or, while
    /// it has none, the broker file has settings of it.
    ///
    /// @param keys that are to be kept
    /// @return empty when they are those that are kept, or none are
    public Optional<RunMode> otherOwner(AccountId id, AlpacaCredentials keys) {
        Map<String, String> kept = new PropertiesFile(broker.secrets()).values();
        String keyId = kept.getOrDefault(id + KEY_ID, "").strip();
        String secret = kept.getOrDefault(id + SECRET_KEY, "").strip();
        boolean isSame = keyId.equals(keys.keyId()) && secret.equals(keys.secret());
        return isSame || (keyId.isEmpty() && secret.isEmpty())
                ? Optional.empty()
                : Stream.of(RunMode.PAPER, RunMode.LIVE)
                        .filter(mode -> mode != broker.mode())
                        .filter(mode -> isUsed(mode, id))
                        .findFirst();
    }

    private boolean isUsed(RunMode mode, AccountId id) {
        String name = RunningDatabase.name(mode);
        if (!postgres.has(name)) {
            return !BrokerFile.in(broker.home()).settings(mode, Map.of()).isEmpty();
        }
        return !JdbcClient.create(postgres.address(name).sessions("ops-cli init"))
                .sql("select 1 from accounts where account_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /// Keeps the keys of an account, beside those of others.
    public void keep(AccountId id, AlpacaCredentials keys) {
        new PropertiesFile(broker.secrets())
                .put(Map.of(id + KEY_ID, keys.keyId(), id + SECRET_KEY, keys.secret()));
    }

    /// Sets broker settings, and keeps all others.
    public void configure(Map<String, String> settings) {
        BrokerFile.in(broker.home()).put(broker.mode(), settings);
    }

    /// Sets how alerts reach a person, and keeps all else.
    ///
    /// @param channels values by the names of the environment, `OPS_ALERT_...`
    public void alert(Map<String, String> channels) {
        new PropertiesFile(broker.home().resolve(AlertSettings.FILE)).put(channels);
    }

    /// Registers an account.
    ///
    /// @param at when, UTC
    public void register(Account account, Instant at) {
        new PostgresAccounts(database).register(account, at);
    }

    /// Makes tickers the active ones.
    ///
    /// @param at when, UTC
    public void follow(Set<Ticker> tickers, Instant at) {
        var universe = new PostgresUniverse(database);
        universe.publish(OperatorUniverse.rows(tickers, universe.active()), at);
    }

    @Override
    public void close() {
        opened.close();
    }
}
