package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.exchange.venue.PlacedOrder;
import io.opspipeline.exchange.wire.http.Parameters;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Which of its orders an account asks for. `after` and `until` are exclusive; many orders may
/// share one instant of the venue, so only `after_order_id` and `before_order_id` page safely. Legs
/// of spreads are rows of their own unless `nested` is asked for.
///
/// @param parameters of the request
record OrderQuery(Parameters parameters) {

    private static final int STANDARD_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 500;

    /// The rows to show.
    ///
    /// @param orders oldest first
    List<OrderLine> from(List<PlacedOrder> orders) {
        boolean nested = parameters.flag("nested").orElse(false);
        boolean ascends = parameters.word("direction", "desc", "asc").equals("asc");
        int limit = parameters.limit("limit", STANDARD_LIMIT, HIGHEST_LIMIT);
        List<OrderLine> all =
                orders.stream().flatMap(order -> OrderLine.of(order, nested)).toList();
        List<OrderLine> wanted = between(all).stream().filter(wanted()).toList();
        return (ascends ? wanted : wanted.reversed()).stream().limit(limit).toList();
    }

    private List<OrderLine> between(List<OrderLine> all) {
        int from = parameters.text("after_order_id").map(id -> place(all, id) + 1).orElse(0);
        int to = parameters.text("before_order_id").map(id -> place(all, id)).orElse(all.size());
        return from < to ? all.subList(from, to) : List.of();
    }

    private int place(List<OrderLine> all, String id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        throw parameters.invalid("order id", id);
    }

    private Predicate<OrderLine> wanted() {
        String status = parameters.word("status", "open", "closed", "all");
        Optional<Instant> after = parameters.instant("after");
        Optional<Instant> until = parameters.instant("until");
        Optional<String> side = parameters.text("side");
        Predicate<Instrument> traded = traded();
        return line ->
                isIn(status, line.order())
                        && after.map(line.order().submittedAt()::isAfter).orElse(true)
                        && until.map(line.order().submittedAt()::isBefore).orElse(true)
                        && side.map(word -> line.side().map(OrderRow::word).filter(word::equals))
                                .map(Optional::isPresent)
                                .orElse(true)
                        && line.instruments().stream().anyMatch(traded);
    }

    private static boolean isIn(String status, PlacedOrder order) {
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
