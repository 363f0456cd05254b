package io.opspipeline.ports.store;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/// How a session went for an account.
///
/// @param session New York date
/// @param account whose it is
/// @param equityStart equity before the open
/// @param equityEnd equity after the close
/// @param tally what ended, and what is still held
/// @param builtAt when the report was made, UTC
public record DailyReport(
        LocalDate session,
        AccountId account,
        Money equityStart,
        Money equityEnd,
        DayTally tally,
        Instant builtAt) {}
