package io.opspipeline.cli.why;

import io.opspipeline.domain.denial.DenialCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What became of the signals of a ticker.
///
/// @param ticker the stock
/// @param since from when on is told, UTC; empty when there is nothing to tell
/// @param earlier signals before that
/// @param signals oldest first
/// @param nearMisses evaluations that failed a single condition, by condition
record Story(
        String ticker,
        Optional<Instant> since,
        long earlier,
        List<SignalStory> signals,
        List<Count> nearMisses) {

    /// A number of something.
    record Count(String condition, long count) {}

    /// One signal.
    record SignalStory(
            Instant barAt,
            String action,
            BigDecimal confidence,
            BigDecimal close,
            BigDecimal volumeRatio,
            int trend,
            Optional<BigDecimal> sentiment,
            List<AccountStory> accounts) {}

    /// What one account did with it.
    ///
    /// @param disposition the status
    /// @param reason the figures or the broker's words
    /// @param denial what was denied; empty for what goes on or is filled
    record AccountStory(
            String account,
            String disposition,
            String reason,
            Optional<Denied> denial,
            List<Gate> gates,
            List<Candidate> candidates,
            List<OrderLine> orders,
            List<FillLine> fills,
            Optional<Exit> exit) {}

    /// A denial, from its code.
    ///
    /// @param code a constant of `DenialCode`; `docs/denial-codes.md` lists them
    /// @param by who denied
    /// @param meaning one sentence
    /// @param then what the system does next
    /// @param remedy what an operator can do
    record Denied(String code, String by, String meaning, String then, String remedy) {

        static Denied of(DenialCode code) {
            return new Denied(
                    code.name(),
                    code.denier().inWords(),
                    code.meaning(),
                    code.reaction().inWords(),
                    code.remedy());
        }
    }

    /// What a gate said.
    record Gate(String code, String result, String observed, String limit) {}

    /// A contract that was looked at.
    record Candidate(
            String symbol,
            boolean chosen,
            Optional<String> failedCheck,
            Optional<BigDecimal> bid,
            Optional<BigDecimal> ask,
            Optional<BigDecimal> delta,
            Optional<Long> volume,
            Optional<Integer> openInterest,
            Optional<BigDecimal> score) {}

    /// An order.
    record OrderLine(
            Instant at,
            String clientOrderId,
            String side,
            int quantity,
            Optional<BigDecimal> limit,
            String state,
            int filled,
            Optional<Denied> denial) {}

    /// A fill.
    record FillLine(Instant at, String side, int quantity, BigDecimal price, BigDecimal fees) {}

    /// How the position ended, or that it is held.
    record Exit(
            String state,
            Optional<String> reason,
            Optional<Instant> at,
            Optional<BigDecimal> price,
            Optional<BigDecimal> pnl) {}
}
