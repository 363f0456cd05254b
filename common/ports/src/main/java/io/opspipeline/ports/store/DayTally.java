package io.opspipeline.ports.store;

import io.opspipeline.domain.money.Money;

/// What ended in a session. Reconciled ends are in `closed` alone: nobody knows what they earned.
///
/// @param pnl earned by what ended, net of fees
/// @param fees of what ended
/// @param closed positions that ended
/// @param wins those that earned something
/// @param losses those that earned nothing or lost
/// @param stillOpen positions that are held
public record DayTally(Money pnl, Money fees, int closed, int wins, int losses, int stillOpen) {}
