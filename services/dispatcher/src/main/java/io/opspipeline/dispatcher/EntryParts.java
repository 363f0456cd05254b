package io.opspipeline.dispatcher;

import io.opspipeline.dispatcher.rules.ContractRule;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.position.ForcedExitTimes;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.ports.dispatch.Dispatches;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.OptionChains;

/// What every attempt to enter is made of. Its rules are made anew for each run, from the settings
/// of the moment, so that all signals of a run are judged alike.
record EntryParts(
        Dispatches dispatches,
        EntryInputsLoader inputs,
        MarketData marketData,
        OptionChains chains,
        SessionCalendar calendar,
        EntryLadder ladder) {

    /// An attempt that goes by these settings.
    EntryAttempt with(DispatcherSettings settings) {
        return new EntryAttempt(
                dispatches,
                inputs,
                settings.entryRules(),
                options(settings),
                new StockEntry(marketData),
                new ForcedExits(calendar, ForcedExitTimes.DEFAULT),
                FeeTable.standard(),
                ladder);
    }

    private OptionEntry options(DispatcherSettings settings) {
        var limits = settings.contractLimits();
        return new OptionEntry(
                new ContractRule(limits),
                new ContractInputsLoader(calendar, marketData, chains, limits));
    }
}
