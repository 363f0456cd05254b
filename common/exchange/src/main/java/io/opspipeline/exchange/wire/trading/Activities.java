package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.exchange.venue.Activity;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.wire.http.Answer;
import io.opspipeline.exchange.wire.http.Call;
import io.opspipeline.exchange.wire.http.Parameters;
import io.opspipeline.exchange.wire.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Answers what is asked about an account's history. `after` and `until` are exclusive and, like
/// `date`, are about when a row was written down.
///
/// @param venue whose accounts have a history
record Activities(Venue venue) {

    private static final int PAGE_SIZE = 100;
    private static final String TYPES = "activity_types";
    private static final String CATEGORY = "category";
    private static final String TRADE = "FILL";

    Answer all(Call call) {
        Parameters parameters = call.parameters();
        Collection<String> types = parameters.list(TYPES);
        Optional<String> category = parameters.text(CATEGORY);
        if (!types.isEmpty() && category.isPresent()) {
            throw parameters.invalid(CATEGORY, "cannot be used with " + TYPES);
        }
        boolean trades =
                category.isEmpty()
                        || parameters
                                .word(CATEGORY, "trade_activity", "non_trade_activity")
                                .equals("trade_activity");
        boolean others =
                category.isEmpty() || category.filter("non_trade_activity"::equals).isPresent();
        return page(
                call,
                activity ->
                        (types.isEmpty() || types.contains(activity.type()))
                                && (activity.type().equals(TRADE) ? trades : others));
    }

    Answer ofType(Call call) {
        return page(call, activity -> activity.type().equals(call.subject()));
    }

    private Answer page(Call call, Predicate<Activity> kind) {
        Parameters parameters = call.parameters();
        boolean ascends = parameters.word("direction", "desc", "asc").equals("asc");
        int size = parameters.limit("page_size", PAGE_SIZE, PAGE_SIZE);
        List<Activity> wanted =
                venue.activities(call.account()).stream()
                        .filter(kind)
                        .filter(wanted(parameters))
                        .toList();
        List<Activity> ordered = ascends ? wanted : wanted.reversed();
        return Answer.of(
                Json.array(
                        ordered.stream()
                                .skip(start(ordered, parameters))
                                .limit(size)
                                .map(ActivityRow::of)
                                .toList()));
    }

    private static Predicate<Activity> wanted(Parameters parameters) {
        Optional<String> order = parameters.text("order_id");
        Optional<LocalDate> date = parameters.instant("date").map(NewYork::dateOf);
        Optional<Instant> after = parameters.instant("after");
        Optional<Instant> until = parameters.instant("until");
        return activity ->
                order.map(id -> isOf(activity, id)).orElse(true)
                        && date.map(NewYork.dateOf(activity.createdAt())::equals).orElse(true)
                        && after.map(activity.createdAt()::isAfter).orElse(true)
                        && until.map(activity.createdAt()::isBefore).orElse(true);
    }

    private static boolean isOf(Activity activity, String orderId) {
        return activity instanceof Activity.Trade trade && trade.fill().orderId().equals(orderId);
    }

    private static int start(List<Activity> ordered, Parameters parameters) {
        Optional<String> token = parameters.text("page_token");
        if (token.isEmpty()) {
            return 0;
        }
        for (int place = 0; place < ordered.size(); place++) {
            if (ordered.get(place).id().equals(token.get())) {
                return place + 1;
            }
        }
        throw parameters.invalid("page_token", token.get());
    }
}
