package io.opspipeline.telemetry;

/// How many symbols the streams of a feed carry by the plan that gives it (Alpaca, About Market
/// Data API, 2026-07-16). Minute bars are not limited in any plan.
///
/// @param stocks feed of stocks, such as `sip`
/// @param options feed of options, such as `opra`
record PlanLimits(String stocks, String options) {

    /// One line for people.
    String text() {
        return "bars unlimited, stock quotes %s, option quotes %s"
                .formatted(stocks(stocks), options(options));
    }

    private static String stocks(String feed) {
        return switch (feed) {
            case "sip" -> "unlimited";
            case "iex" -> "30";
            default -> "unknown";
        };
    }

    private static String options(String feed) {
        return switch (feed) {
            case "opra" -> "1,000";
            case "indicative" -> "200";
            default -> "unknown";
        };
    }
}
