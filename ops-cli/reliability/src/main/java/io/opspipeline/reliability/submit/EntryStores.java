package io.opspipeline.reliability.submit;

import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.account.PostgresHeartbeats;
import io.opspipeline.persistence.alert.PostgresAlerts;
import io.opspipeline.persistence.dispatch.PostgresDispatches;
import io.opspipeline.persistence.market.PostgresBars;
import io.opspipeline.persistence.market.PostgresTradingHalts;
import io.opspipeline.persistence.order.PostgresOrderLedger;
import io.opspipeline.persistence.position.ExitLevels;
import io.opspipeline.persistence.position.PostgresPositions;
import io.opspipeline.persistence.setting.PostgresSettingsReads;
import io.opspipeline.persistence.signal.PostgresSignals;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.dispatch.Dispatches;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.setting.SettingsReads;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.ports.store.TradingHalts;
import io.opspipeline.reliability.memory.MemoryStores;
import io.opspipeline.reliability.world.Mortality;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The stores that a submit and its recovery touch.
///
/// @param signals takes in what is to be entered
/// @param accounts who trades
/// @param dispatches rows of (signal, account)
/// @param ledger their orders
/// @param positions what their fills made
/// @param alerts what a person is told
/// @param bars newest bars
/// @param halts of the trading in stocks
/// @param heartbeats signs of life
/// @param reads what was made of stored settings
public record EntryStores(
        SignalIntake signals,
        Accounts accounts,
        Dispatches dispatches,
        OrderLedger ledger,
        Positions positions,
        Alerts alerts,
        Bars bars,
        TradingHalts halts,
        Heartbeats heartbeats,
        SettingsReads reads) {

    private static final String BUILD = "reliability";

    /// Takes in signals.
    @FunctionalInterface
    public interface SignalIntake {

        /// Stores signals; one of the same ticker and bar is left alone.
        ///
        /// @return how many were new
        int store(List<Signal> signals, Instant at);
    }

    /// Empty ones in memory.
    public static EntryStores memory() {
        MemoryStores stores = MemoryStores.empty();
        return new EntryStores(
                stores.signals()::store,
                stores.accounts(),
                stores.dispatches(),
                stores.ledger(),
                stores.positions(),
                stores.alerts(),
                stores.bars(),
                stores.halts(),
                stores.heartbeats(),
                stores.reads());
    }

    /// Those of a PostgreSQL database.
    ///
    /// @param clock tells when news was stored
    public static EntryStores postgresql(Database database, InstantSource clock) {
        var fees = FeeTable.standard();
        var levels = ExitLevels.standard();
        var ledger = new PostgresOrderLedger(database, fees, levels, clock, BUILD);
        return new EntryStores(
                new PostgresSignals(database)::store,
                new PostgresAccounts(database),
                new PostgresDispatches(
                        database, ledger, new Provenance(BUILD, Provenance.Mode.SIMULATED)),
                ledger,
                new PostgresPositions(database, fees, levels, BUILD),
                new PostgresAlerts(database),
                new PostgresBars(database),
                new PostgresTradingHalts(database),
                new PostgresHeartbeats(database),
                new PostgresSettingsReads(database));
    }

    /// The same as one process sees them: once it is dead, nothing reaches them.
    EntryStores of(Mortality process) {
        return new EntryStores(
                process.guarded(SignalIntake.class, signals),
                process.guarded(Accounts.class, accounts),
                process.guarded(Dispatches.class, dispatches),
                process.guarded(OrderLedger.class, ledger),
                process.guarded(Positions.class, positions),
                process.guarded(Alerts.class, alerts),
                process.guarded(Bars.class, bars),
                process.guarded(TradingHalts.class, halts),
                process.guarded(Heartbeats.class, heartbeats),
                process.guarded(SettingsReads.class, reads));
    }
}
