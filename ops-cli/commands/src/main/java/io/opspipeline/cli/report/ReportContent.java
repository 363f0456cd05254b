package io.opspipeline.cli.report;

import io.opspipeline.local.day.DayResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the page shows. Times are New York wall time as text, prices dollars per share.
///
/// @param result the day
/// @param tickers how many were traded
/// @param remarks what a person should know of the market
/// @param equity curves by account
/// @param prices minute closes by ticker, of those that were traded
/// @param marks entries and exits by ticker
/// @param funnel from signal to fill, by account
/// @param trades positions that ended, then those still held
record ReportContent(
        DayResult result,
        int tickers,
        List<String> remarks,
        Map<String, List<Point>> equity,
        Map<String, List<Point>> prices,
        Map<String, List<Mark>> marks,
        List<FunnelStep> funnel,
        List<Trade> trades) {

    /// A value at a time.
    record Point(String at, BigDecimal value) {}

    /// An entry or exit.
    record Mark(
            String at,
            String account,
            String side,
            String symbol,
            int quantity,
            BigDecimal price,
            String reason) {}

    /// How many signals came this far.
    record FunnelStep(String account, String step, long count) {}

    /// A trade.
    ///
    /// @param closed empty while it is held
    /// @param exit what it was sold for, or the last mid while it is held; empty when unknown
    /// @param profit after fees, while it is held before them; empty when unknown
    record Trade(
            String account,
            String symbol,
            int quantity,
            String opened,
            Optional<String> closed,
            BigDecimal entry,
            Optional<BigDecimal> exit,
            Optional<BigDecimal> profit,
            BigDecimal fees,
            String reason) {}
}
