package io.opspipeline.cli.trading;

import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import java.util.Optional;

/// What an operator orders for an account, and what becomes of its trading state.
enum TradingOrder {
    /// No entries, and working ones are cancelled; exits go on.
    HALT("halted"),
    /// Entries again, except while the day's loss pauses them.
    RESUME("resumed"),
    /// As HALT, and everything held is closed.
    FLATTEN(TradingStatus.FLATTEN);

    private final String word;

    TradingOrder(String word) {
        this.word = word;
    }

    /// What becomes of it.
    ///
    /// @param after the new state; empty when nothing changes
    /// @param note one line for people; empty when the state tells all
    record Outcome(Optional<TradingStatus> after, String note) {

        private static Outcome of(TradingState state, String reason) {
            return new Outcome(Optional.of(new TradingStatus(state, reason, Optional.empty())), "");
        }

        private static Outcome same(String note) {
            return new Outcome(Optional.empty(), note);
        }
    }

    /// Decides.
    ///
    /// @param now the state in force
    /// @param dayLoss the pause of today's loss, which no operator ends
    /// @param who the operator
    /// @param why in his words; empty when he gave none
    Outcome on(
            TradingStatus now, Optional<TradingStatus> dayLoss, String who, Optional<String> why) {
        String reason = word + " by " + who + why.map(": "::concat).orElse("");
        return switch (this) {
            case HALT ->
                    now.isFlatten()
                            ? Outcome.same("is being flattened, which halts it too")
                            : Outcome.of(TradingState.HALTED, reason);
            case FLATTEN -> Outcome.of(TradingState.HALTED, reason);
            case RESUME -> resume(now, dayLoss, reason);
        };
    }

    private static Outcome resume(
            TradingStatus now, Optional<TradingStatus> dayLoss, String reason) {
        if (dayLoss.isPresent()) {
            String note = "paused by the day's loss: it resumes by itself and not before";
            boolean isSo = now.equals(dayLoss.get());
            return isSo ? Outcome.same(note) : new Outcome(dayLoss, note);
        }
        return now.state() == TradingState.ACTIVE
                ? Outcome.same("was active already")
                : Outcome.of(TradingState.ACTIVE, reason);
    }
}
