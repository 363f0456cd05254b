package io.opspipeline.cli.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// What the page shows. Times are New York wall time as text, prices dollars per share.
///
/// @param day the session
/// @param heading what the page is about
/// @param accounts one card each
/// @param equity curves by account
/// @param prices minute closes by ticker, of those that were traded
/// @param marks entries and exits by ticker
/// @param funnel from signal to fill, by account
/// @param exits exits by reason, PARTIAL included
/// @param skips skipped signals by code
/// @param trades positions that ended, then those still held
record ReportContent(
        LocalDate day,
        Heading heading,
        List<AccountCard> accounts,
        Map<String, List<Point>> equity,
        Map<String, List<Point>> prices,
        Map<String, List<Mark>> marks,
        List<FunnelStep> funnel,
        SortedMap<String, Long> exits,
        SortedMap<String, Long> skips,
        List<Trade> trades) {

    /// The same with other cards.
    ReportContent with(List<AccountCard> cards) {
        return new ReportContent(
                day, heading, cards, equity, prices, marks, funnel, exits, skips, trades);
    }

    /// What the page is about.
    ///
    /// @param title one line
    /// @param remarks what a person should know of the market
    /// @param profitIs what the profit of the cards counts
    /// @param proof what was checked when a demo ended; empty otherwise
    record Heading(String title, List<String> remarks, String profitIs, Optional<Proof> proof) {}

    /// What a demo was checked for.
    record Proof(int checked, List<String> broken, String journalSha256) {}

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
