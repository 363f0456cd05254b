package io.opspipeline.domain.account;

import java.time.Instant;
import java.util.Optional;

/// What an account may do, and why.
///
/// @param state what it may do
/// @param reason why; `default` for an account never changed
/// @param until when it becomes ACTIVE by itself, UTC
public record TradingStatus(TradingState state, String reason, Optional<Instant> until) {

    /// What the reason of an operator's flatten begins with: everything held is closed.
    public static final String FLATTEN = "FLATTEN";

    /// What the reason of the pause after the day's loss begins with. It ends by itself at the next
    /// session and not before.
    public static final String DAILY_LOSS = "DAILY_LOSS";

    /// True when a pause of entries is stricter than this. Of two that end together the one after
    /// the day's loss is, because no operator ends it.
    ///
    /// @param pause REDUCING, without an end when an operator must end it
    public boolean yieldsTo(TradingStatus pause) {
        return switch (state) {
            case ACTIVE -> true;
            case REDUCING -> until.map(end -> pause.outlasts(end, isDailyLoss())).orElse(false);
            case HALTED -> false;
        };
    }

    private boolean outlasts(Instant end, boolean isOfDailyLoss) {
        return until.map(mine ->
                        mine.isAfter(end) || (mine.equals(end) && isDailyLoss() && !isOfDailyLoss))
                .orElse(true);
    }

    /// True for the pause after the day's loss.
    public boolean isDailyLoss() {
        return state == TradingState.REDUCING && reason.startsWith(DAILY_LOSS);
    }

    /// True while an operator has everything closed.
    public boolean isFlatten() {
        return state == TradingState.HALTED && reason.startsWith(FLATTEN);
    }
}
