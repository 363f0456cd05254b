package io.opspipeline.domain.dispatch;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.signal.StoredSignal;
import java.util.OptionalInt;

/// A row that this dispatcher works on.
///
/// @param id the row in `dispatch_executions`
/// @param account whose row it is
/// @param signal the signal
/// @param rank the ticker's rank on the watchlist; empty when it is not listed
/// @param sector the ticker's sector, or the ticker itself when it has none
/// @param wasClaimed true when somebody had claimed it before, and may have sent its first order
public record ClaimedDispatch(
        long id,
        AccountId account,
        StoredSignal signal,
        OptionalInt rank,
        String sector,
        boolean wasClaimed) {}
