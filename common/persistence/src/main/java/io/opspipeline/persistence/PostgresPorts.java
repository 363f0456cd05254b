package io.opspipeline.persistence;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.account.PostgresHeartbeats;
import io.opspipeline.persistence.alert.PostgresAlerts;
import io.opspipeline.persistence.dispatch.PostgresDispatches;
import io.opspipeline.persistence.job.PostgresRunLedger;
import io.opspipeline.persistence.market.PostgresBars;
import io.opspipeline.persistence.market.PostgresCapabilities;
import io.opspipeline.persistence.market.PostgresFeatures;
import io.opspipeline.persistence.market.PostgresSplits;
import io.opspipeline.persistence.market.PostgresTradingHalts;
import io.opspipeline.persistence.market.PostgresUniverse;
import io.opspipeline.persistence.news.PostgresSentiments;
import io.opspipeline.persistence.order.IntentFence;
import io.opspipeline.persistence.order.PostgresOrderLedger;
import io.opspipeline.persistence.position.ExitLevels;
import io.opspipeline.persistence.position.PostgresPositions;
import io.opspipeline.persistence.recording.PostgresEquityHistory;
import io.opspipeline.persistence.recording.PostgresOptionHistory;
import io.opspipeline.persistence.recording.PostgresReports;
import io.opspipeline.persistence.schema.PostgresSchema;
import io.opspipeline.persistence.setting.PostgresSettingsReads;
import io.opspipeline.persistence.setting.PostgresSettingsStore;
import io.opspipeline.persistence.signal.PostgresSignals;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.watchlist.PostgresWatchlist;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.dispatch.Dispatches;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.setting.SettingsReads;
import io.opspipeline.ports.setting.SettingsStore;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Capabilities;
import io.opspipeline.ports.store.EquityHistory;
import io.opspipeline.ports.store.Features;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.store.OptionHistory;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.ports.store.Reports;
import io.opspipeline.ports.store.Schema;
import io.opspipeline.ports.store.Sentiments;
import io.opspipeline.ports.store.Signals;
import io.opspipeline.ports.store.Splits;
import io.opspipeline.ports.store.TradingHalts;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.ports.store.Watchlist;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Every port of this module as a bean, for a service to import. It needs a [DataSource], a
/// [Clock], a [SessionCalendar] and a [Provenance]; a service that has figures of its own offers
/// [FeeTable] or [ExitLevels].
@Configuration(proxyBeanMethods = false)
@Import(PostgresSessions.class)
public class PostgresPorts {

    @Bean
    @ConditionalOnMissingBean
    Database database(DataSource source) {
        return Database.over(source);
    }

    @Bean
    Schema schema(Database database) {
        return new PostgresSchema(database);
    }

    @Bean
    @ConditionalOnMissingBean
    FeeTable feeTable() {
        return FeeTable.standard();
    }

    @Bean
    @ConditionalOnMissingBean
    ExitLevels exitLevels() {
        return ExitLevels.standard();
    }

    /// The ledger of runs, and what it knows of the past.
    @Bean
    PostgresRunLedger runLedger(Database database, Provenance written) {
        return new PostgresRunLedger(database, written.buildId());
    }

    @Bean
    OrderLedger orderLedger(
            Database database,
            FeeTable fees,
            ExitLevels levels,
            Clock clock,
            Provenance written,
            Optional<IntentFence> fence) {
        return new PostgresOrderLedger(
                database, fees, levels, clock, written.buildId(), fence.orElse(IntentFence.NONE));
    }

    @Bean
    Dispatches dispatches(Database database, OrderLedger orders, Provenance written) {
        return new PostgresDispatches(database, orders, written);
    }

    @Bean
    Positions positions(Database database, FeeTable fees, ExitLevels levels, Provenance written) {
        return new PostgresPositions(database, fees, levels, written.buildId());
    }

    @Bean
    Accounts accounts(Database database) {
        return new PostgresAccounts(database);
    }

    @Bean
    Heartbeats heartbeats(Database database) {
        return new PostgresHeartbeats(database);
    }

    @Bean
    Alerts alerts(Database database) {
        return new PostgresAlerts(database);
    }

    @Bean
    SettingsStore settingsStore(Database database) {
        return new PostgresSettingsStore(database);
    }

    @Bean
    SettingsReads settingsReads(Database database) {
        return new PostgresSettingsReads(database);
    }

    @Bean
    Universe universe(Database database) {
        return new PostgresUniverse(database);
    }

    @Bean
    Bars bars(Database database) {
        return new PostgresBars(database);
    }

    @Bean
    Capabilities capabilities(Database database) {
        return new PostgresCapabilities(database);
    }

    @Bean
    Splits splits(Database database) {
        return new PostgresSplits(database);
    }

    @Bean
    TradingHalts tradingHalts(Database database) {
        return new PostgresTradingHalts(database);
    }

    @Bean
    Features features(Database database) {
        return new PostgresFeatures(database);
    }

    @Bean
    Sentiments sentiments(Database database, SessionCalendar calendar) {
        return new PostgresSentiments(database, calendar);
    }

    @Bean
    Signals signals(Database database) {
        return new PostgresSignals(database);
    }

    @Bean
    Watchlist watchlist(Database database) {
        return new PostgresWatchlist(database);
    }

    @Bean
    OptionHistory optionHistory(Database database) {
        return new PostgresOptionHistory(database);
    }

    @Bean
    EquityHistory equityHistory(Database database) {
        return new PostgresEquityHistory(database);
    }

    @Bean
    Reports reports(Database database) {
        return new PostgresReports(database);
    }
}
