package io.opspipeline.alpaca.trading;

import io.opspipeline.alpaca.http.Request;
import io.opspipeline.alpaca.http.RequestSender;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.ports.broker.BrokerUnavailable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every page of a list of orders, oldest first. The list has no token: a page begins after the
/// last order of the one before, and a short one is the end.
final class OrderPages {

    private static final int LARGEST_PAGE = 500;

    private OrderPages() {}

    /// Asks for orders.
    ///
    /// @param status `open`, `closed` or `all`
    static Request list(String status) {
        return Request.get("/v2/orders")
                .with("status", status)
                .with("direction", "asc")
                .with("nested", "false")
                .with("limit", Integer.toString(LARGEST_PAGE));
    }

    /// Every order of every page.
    ///
    /// @throws BrokerUnavailable when a page cannot be read
    static List<WireNode> all(RequestSender sender, Request first) {
        List<WireNode> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Optional<Request> next = Optional.of(first);
        while (next.isPresent()) {
            List<WireNode> page = rows(sender, next.get());
            List<WireNode> fresh = page.stream().filter(row -> isNew(row, ids)).toList();
            all.addAll(fresh);
            boolean isLast = page.size() < LARGEST_PAGE || fresh.isEmpty();
            next = isLast ? Optional.empty() : after(page, first);
        }
        return all;
    }

    /// The rows of one answer.
    ///
    /// @throws BrokerUnavailable when it is no list
    static List<WireNode> rows(RequestSender sender, Request request) {
        WireNode body = sender.read(request);
        if (!body.isArray()) {
            throw new BrokerUnavailable("%s: no list: %s".formatted(request, body));
        }
        return body.rows();
    }

    private static boolean isNew(WireNode row, Set<String> ids) {
        return row.text("id").map(ids::add).orElse(true);
    }

    // Alpaca does not take `after` together with `after_order_id`.
    private static Optional<Request> after(List<WireNode> page, Request first) {
        Map<String, String> parameters = new LinkedHashMap<>(first.parameters());
        parameters.remove("after");
        return page.getLast()
                .text("id")
                .map(id ->
                        new Request(first.method(), first.path(), parameters, first.body())
                                .with("after_order_id", id));
    }
}
