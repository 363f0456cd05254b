package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import java.time.Instant;

/// A signal that passed the account gates, with the money it may use.
///
/// @param dispatch the signal
/// @param account the account
/// @param asOf the time of the decision, UTC
/// @param equity the account's own equity
/// @param exposureRoom what may still be at work
/// @param riskBudgetRoom what one more entry may cost within the risk budget
record EntryRequest(
        ClaimedDispatch dispatch,
        Account account,
        Instant asOf,
        Money equity,
        Money exposureRoom,
        Money riskBudgetRoom) {

    Ticker ticker() {
        return dispatch.signal().signal().ticker();
    }

    InstrumentType type() {
        return dispatch.signal().signal().instrumentType();
    }
}
