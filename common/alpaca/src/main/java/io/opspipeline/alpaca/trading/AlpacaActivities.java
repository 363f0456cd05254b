package io.opspipeline.alpaca.trading;

import io.opspipeline.alpaca.http.AccountSenders;
import io.opspipeline.alpaca.http.Request;
import io.opspipeline.alpaca.http.RequestSender;
import io.opspipeline.alpaca.translation.ActivityRow;
import io.opspipeline.alpaca.wire.WireActivity;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.activity.BrokerActivity;
import io.opspipeline.ports.broker.BrokerActivities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The history of each account. A page begins after the row that the last one ended with, and a
/// short one is the end.
///
/// @param senders of the trading API
public record AlpacaActivities(AccountSenders senders) implements BrokerActivities {

    private static final int LARGEST_PAGE = 100;

    /// Alpaca's `after` is exclusive, hence the nanosecond.
    @Override
    public List<BrokerActivity> activitiesSince(AccountId account, Instant from) {
        Request first =
                Request.get("/v2/account/activities")
                        .with("direction", "asc")
                        .with("page_size", Integer.toString(LARGEST_PAGE))
                        .with("after", from.minusNanos(1).toString());
        return rows(senders.of(account), first).stream()
                .map(WireActivity::from)
                .map(ActivityRow::translate)
                .toList();
    }

    private static List<WireNode> rows(RequestSender sender, Request first) {
        List<WireNode> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Optional<Request> next = Optional.of(first);
        while (next.isPresent()) {
            List<WireNode> page = OrderPages.rows(sender, next.get());
            List<WireNode> fresh =
                    page.stream().filter(row -> row.text("id").map(ids::add).orElse(true)).toList();
            all.addAll(fresh);
            boolean isLast = page.size() < LARGEST_PAGE || fresh.isEmpty();
            next =
                    isLast
                            ? Optional.empty()
                            : page.getLast().text("id").map(id -> first.with("page_token", id));
        }
        return all;
    }
}
