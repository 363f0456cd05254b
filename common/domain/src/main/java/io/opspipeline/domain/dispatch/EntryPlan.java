package io.opspipeline.domain.dispatch;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.util.OptionalDouble;

/// What a dispatch wants to buy.
///
/// @param dispatchId the row in `dispatch_executions`
/// @param instrument the contract or stock
/// @param quantity contracts or shares, at least 1
/// @param price the plan price: the ask at plan time
/// @param bid the bid at plan time
/// @param impliedVolatility ours, on the mid; empty for stock
/// @param delta ours, on the mid; empty for stock
public record EntryPlan(
        long dispatchId,
        Instrument instrument,
        int quantity,
        Price price,
        Price bid,
        OptionalDouble impliedVolatility,
        OptionalDouble delta) {

    /// What it costs at the plan price, before fees.
    public Money cost() {
        return instrument.value(price, quantity);
    }
}
