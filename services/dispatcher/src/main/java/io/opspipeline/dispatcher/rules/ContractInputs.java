package io.opspipeline.dispatcher.rules;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.market.ListedContract;
import io.opspipeline.domain.market.OptionSnapshot;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything the choice of a contract reads.
///
/// @param strategy whose windows apply
/// @param right call or put
/// @param spot the underlying's price
/// @param today New York date
/// @param open when today's session opened, UTC: a quote made before it is of another day
/// @param asOf the time of the decision, UTC
/// @param listed every listed contract of the window
/// @param snapshots what the feed shows of them
/// @param expiryCloses close of the session on which each listed expiry ends, UTC
/// @param riskDollars what one contract may cost at most
/// @param room what one more entry may cost within exposure and risk budget
public record ContractInputs(
        Strategy strategy,
        Right right,
        Price spot,
        LocalDate today,
        Instant open,
        Instant asOf,
        List<ListedContract> listed,
        Map<OccSymbol, OptionSnapshot> snapshots,
        Map<LocalDate, Instant> expiryCloses,
        Money riskDollars,
        Money room) {

    /// The same inputs with one quote read again; without it when there is none any more.
    public ContractInputs withReading(OccSymbol symbol, Optional<QuoteReading> reading) {
        Map<OccSymbol, OptionSnapshot> fresh = new HashMap<>(snapshots);
        fresh.computeIfPresent(symbol, (_, known) -> reading.map(known::withReading).orElse(null));
        return new ContractInputs(
                strategy,
                right,
                spot,
                today,
                open,
                asOf,
                listed,
                fresh,
                expiryCloses,
                riskDollars,
                room);
    }
}
