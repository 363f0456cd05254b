package io.opspipeline.exchange.wire.prices;

import io.opspipeline.exchange.pose.DataPlan;
import io.opspipeline.exchange.venue.RefusalReason;
import io.opspipeline.exchange.wire.http.Answer;
import io.opspipeline.exchange.wire.http.Call;
import io.opspipeline.exchange.wire.http.RefusedException;
import java.time.Duration;
import java.time.Instant;

/// The feeds there are, and whether a plan gives them. All show the same market.
///
/// @param plan of the exchange's clients
record Feeds(DataPlan plan) {

    private static final int FORBIDDEN = 403;
    private static final String SIP = "sip";
    private static final String OPRA = "opra";

    /// Without a plan for it, the consolidated feed can be read up to a quarter of an hour ago.
    private static final Duration DELAY = Duration.ofMinutes(15);

    /// Stock prices as they are now.
    void stocksNow(Call call) {
        stocksUntil(call, call.now());
    }

    /// Stock prices up to an instant.
    void stocksUntil(Call call, Instant end) {
        String feed =
                call.parameters()
                        .word(
                                "feed",
                                best(),
                                SIP,
                                "iex",
                                "delayed_sip",
                                "otc",
                                "boats",
                                "overnight");
        boolean young = end.isAfter(call.now().minus(DELAY));
        if (feed.equals(SIP) && young && !plan.realTimeStocks()) {
            throw new RefusedException(recentSip());
        }
    }

    /// Option quotes.
    void options(Call call) {
        String standard = plan.opraAgreement() ? OPRA : "indicative";
        String feed = call.parameters().word("feed", standard, OPRA, "indicative");
        if (feed.equals(OPRA) && !plan.opraAgreement()) {
            throw new RefusedException(Answer.message(FORBIDDEN, "OPRA agreement is not signed"));
        }
    }

    private String best() {
        return plan.realTimeStocks() ? SIP : "iex";
    }

    /// The one error of the data API that was seen with a code: that of a 422.
    private static Answer recentSip() {
        return Answer.of(
                FORBIDDEN,
                Answer.body(
                        RefusalReason.UNSUPPORTED.says(
                                "subscription does not permit querying recent SIP data")));
    }
}
