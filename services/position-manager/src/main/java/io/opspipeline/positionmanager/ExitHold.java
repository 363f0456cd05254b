package io.opspipeline.positionmanager;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.runtime.market.StockHalts;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/// Which exits wait for the end of a trading halt: prices that come out of one prove nothing for a
/// while. A flatten is a person's wish and waits for no prices.
///
/// @param halts of the stocks
/// @param rules say for how long
record ExitHold(StockHalts halts, Supplier<Rules> rules) {

    /// Those of some stocks whose exits wait.
    Set<Ticker> unsettled(Set<Ticker> stocks, Instant asOf) {
        return halts.unsettled(stocks, rules.get().settings().exits().afterHalt(), asOf);
    }

    /// True when an exit must wait now.
    boolean holdsBack(ExitReason rule, Instrument instrument, Instant asOf) {
        return rule != ExitReason.KILL_SWITCH
                && holdsBack(rule, instrument, unsettled(Set.of(instrument.ticker()), asOf));
    }

    /// The same by what was known a moment ago.
    static boolean holdsBack(ExitReason rule, Instrument instrument, Set<Ticker> unsettled) {
        return rule != ExitReason.KILL_SWITCH && unsettled.contains(instrument.ticker());
    }
}
