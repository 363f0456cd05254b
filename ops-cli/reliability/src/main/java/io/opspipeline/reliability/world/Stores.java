package io.opspipeline.reliability.world;

import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.account.PostgresHeartbeats;
import io.opspipeline.persistence.alert.PostgresAlerts;
import io.opspipeline.persistence.dispatch.PostgresDispatches;
import io.opspipeline.persistence.job.PostgresRunLedger;
import io.opspipeline.persistence.market.PostgresBars;
import io.opspipeline.persistence.market.PostgresTradingHalts;
import io.opspipeline.persistence.order.IntentFence;
import io.opspipeline.persistence.order.PostgresOrderLedger;
import io.opspipeline.persistence.position.ExitLevels;
import io.opspipeline.persistence.position.PostgresPositions;
import io.opspipeline.persistence.recording.PostgresEquityHistory;
import io.opspipeline.persistence.recording.PostgresReports;
import io.opspipeline.persistence.setting.PostgresSettingsReads;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.store.Provenance;
import java.time.InstantSource;

/// The stores of one process.
record Stores(
        PostgresAccounts accounts,
        PostgresHeartbeats heartbeats,
        PostgresAlerts alerts,
        PostgresDispatches dispatches,
        PostgresOrderLedger ledger,
        PostgresPositions positions,
        PostgresBars bars,
        PostgresTradingHalts halts,
        PostgresEquityHistory equity,
        PostgresReports reports,
        PostgresRunLedger runs,
        PostgresSettingsReads reads) {

    private static final String BUILD = "reliability";

    static Stores over(Database database, InstantSource clock, IntentFence fence) {
        var fees = FeeTable.standard();
        var levels = ExitLevels.standard();
        var written = new Provenance(BUILD, Provenance.Mode.SIMULATED);
        var ledger = new PostgresOrderLedger(database, fees, levels, clock, BUILD, fence);
        return new Stores(
                new PostgresAccounts(database),
                new PostgresHeartbeats(database),
                new PostgresAlerts(database),
                new PostgresDispatches(database, ledger, written),
                ledger,
                new PostgresPositions(database, fees, levels, BUILD),
                new PostgresBars(database),
                new PostgresTradingHalts(database),
                new PostgresEquityHistory(database),
                new PostgresReports(database),
                new PostgresRunLedger(database, BUILD),
                new PostgresSettingsReads(database));
    }
}
