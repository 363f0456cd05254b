package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.wire.http.Parameters;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Which of its orders an account asks for. `after` and `until` are exclusive; many orders may
/// share one instant of the venue, so only `after_order_id` and `before_order_id` page safely.
///
/// @param parameters of the request
record OrderQuery(Parameters parameters) {

    private static final int STANDARD_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 500;

    /// The orders to show.
    ///
    /// @param all oldest first
    List<OrderView> from(List<OrderView> all) {
        boolean ascends = parameters.word("direction", "desc", "asc").equals("asc");
        int limit = parameters.limit("limit", STANDARD_LIMIT, HIGHEST_LIMIT);
        List<OrderView> wanted = between(all).stream().filter(wanted()).toList();
        return (ascends ? wanted : wanted.reversed()).stream().limit(limit).toList();
    }

    private List<OrderView> between(List<OrderView> all) {
        int from = parameters.text("after_order_id").map(id -> place(all, id) + 1).orElse(0);
        int to = parameters.text("before_order_id").map(id -> place(all, id)).orElse(all.size());
        return from < to ? all.subList(from, to) : List.of();
    }

    private int place(List<OrderView> all, String id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        throw parameters.invalid("order id", id);
    }

    private Predicate<OrderView> wanted() {
        String status = parameters.word("status", "open", "closed", "all");
        Optional<Instant> after = parameters.instant("after");
        Optional<Instant> until = parameters.instant("until");
        Optional<String> side = parameters.text("side");
        Predicate<Instrument> traded = traded();
        return order ->
                isIn(status, order)
                        && after.map(order.submittedAt()::isAfter).orElse(true)
                        && until.map(order.submittedAt()::isBefore).orElse(true)
                        && side.map(order.side().name().toLowerCase(Locale.ROOT)::equals)
                                .orElse(true)
                        && traded.test(order.instrument());
    }

    private static boolean isIn(String status, OrderView order) {
        return status.equals("all") || status.equals("closed") == order.status().isTerminal();
    }

    private Predicate<Instrument> traded() {
        Collection<String> symbols = parameters.list("symbols");
        Optional<String> assetClass = parameters.text("asset_class");
        boolean options = assetClass.filter("us_option"::equals).isPresent();
        return instrument ->
                assetClass.map(OrderRow.assetClass(instrument)::equals).orElse(true)
                        && (symbols.isEmpty()
                                || symbols.contains(instrument.symbol())
                                || (options && symbols.contains(instrument.ticker().symbol())));
    }
}
