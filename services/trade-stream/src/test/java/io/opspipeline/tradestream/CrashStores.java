package io.opspipeline.tradestream;

import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.persistence.account.PostgresHeartbeats;
import io.opspipeline.persistence.alert.PostgresAlerts;
import io.opspipeline.persistence.dispatch.PostgresDispatches;
import io.opspipeline.persistence.job.PostgresWakeUps;
import io.opspipeline.persistence.market.PostgresBars;
import io.opspipeline.persistence.order.PostgresOrderLedger;
import io.opspipeline.persistence.position.ExitLevels;
import io.opspipeline.persistence.position.PostgresPositions;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.store.Provenance;
import java.time.InstantSource;
import javax.sql.DataSource;

/// The stores of one process.
record CrashStores(
        PostgresOrderLedger ledger,
        PostgresPositions positions,
        PostgresDispatches dispatches,
        PostgresBars bars,
        PostgresHeartbeats heartbeats,
        PostgresAlerts alerts,
        PostgresWakeUps wakeUps) {

    private static final String BUILD = "0.1.0+test";

    CrashStores(DataSource source, InstantSource clock) {
        this(Database.over(source), clock);
    }

    private CrashStores(Database database, InstantSource clock) {
        this(
                database,
                new PostgresOrderLedger(
                        database, FeeTable.standard(), ExitLevels.standard(), clock, BUILD));
    }

    private CrashStores(Database database, PostgresOrderLedger ledger) {
        this(
                ledger,
                new PostgresPositions(database, FeeTable.standard(), ExitLevels.standard(), BUILD),
                new PostgresDispatches(
                        database, ledger, new Provenance(BUILD, Provenance.Mode.SIMULATED)),
                new PostgresBars(database),
                new PostgresHeartbeats(database),
                new PostgresAlerts(database),
                new PostgresWakeUps(database));
    }
}
