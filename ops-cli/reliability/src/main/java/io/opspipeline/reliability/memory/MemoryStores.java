package io.opspipeline.reliability.memory;

import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.persistence.position.ExitLevels;

/// The stores of one run.
///
/// @param accounts who trades
/// @param signals what the dispatcher is told
/// @param dispatches rows of (signal, account)
/// @param ledger their orders
/// @param positions what their fills made
/// @param alerts what a person is told
/// @param bars newest bars
/// @param halts of the trading in stocks
/// @param heartbeats signs of life
/// @param reads what was made of stored settings
public record MemoryStores(
        MemoryAccounts accounts,
        MemorySignals signals,
        MemoryDispatches dispatches,
        MemoryOrderLedger ledger,
        MemoryPositions positions,
        MemoryAlerts alerts,
        MemoryBars bars,
        MemoryTradingHalts halts,
        MemoryHeartbeats heartbeats,
        MemorySettingsReads reads) {

    /// Empty ones.
    public static MemoryStores empty() {
        var tables = new MemoryTables();
        var alerts = new MemoryAlerts(tables);
        var ledger =
                new MemoryOrderLedger(tables, new EntryFills(tables, FeeTable.standard()), alerts);
        return new MemoryStores(
                new MemoryAccounts(tables),
                new MemorySignals(tables),
                new MemoryDispatches(tables, ledger),
                ledger,
                new MemoryPositions(tables, ExitLevels.standard()),
                alerts,
                new MemoryBars(),
                new MemoryTradingHalts(),
                new MemoryHeartbeats(),
                new MemorySettingsReads());
    }
}
