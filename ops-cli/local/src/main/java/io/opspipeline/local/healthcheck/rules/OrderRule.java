package io.opspipeline.local.healthcheck.rules;

import io.opspipeline.local.healthcheck.rules.HealthSnapshot.Open;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.OrderSigns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Orders in doubt for more than 60 s, closes that rest unwatched, fills without a position
/// (incident 21), ends without an outcome (incident 32), and what exists twice.
final class OrderRule {

    private static final Duration DOUBT = Duration.ofSeconds(60);

    /// A refused close pauses for 64 s at most before it is tried again.
    private static final Duration IDLE_CLOSE = Duration.ofSeconds(90);

    private static final Duration UNBOOKED = Duration.ofSeconds(15);

    private OrderRule() {}

    static List<Condition> conditions(HealthSnapshot snapshot) {
        OrderSigns orders = snapshot.orders();
        Instant asOf = snapshot.asOf();
        List<Condition> found = new ArrayList<>();
        found.addAll(
                older(
                        orders.doubts(),
                        DOUBT,
                        asOf,
                        "in-doubt",
                        "%s has no answer of the broker since %s"));
        found.addAll(
                older(
                        orders.unbooked(),
                        UNBOOKED,
                        asOf,
                        "unbooked-fill",
                        "%s is filled and in no position since %s: nobody watches it"));
        found.addAll(
                older(
                        orders.withoutOutcome(),
                        Duration.ZERO,
                        asOf,
                        "no-outcome",
                        "%s has ended without an outcome at %s: its result is not counted"));
        found.addAll(
                older(
                        orders.doubles(),
                        Duration.ZERO,
                        asOf,
                        "double",
                        "%s exists more than once since %s"));
        if (snapshot.session().isPresent()) {
            found.addAll(idleCloses(orders.idleCloses(), snapshot.session().get().open(), asOf));
        }
        return found;
    }

    /// A close that the market's end broke off goes on with the next session.
    private static List<Condition> idleCloses(List<Open> closes, Instant open, Instant asOf) {
        List<Open> counted =
                closes.stream()
                        .map(each ->
                                each.since().isBefore(open)
                                        ? new Open(each.account(), each.subject(), open)
                                        : each)
                        .toList();
        return older(
                counted,
                IDLE_CLOSE,
                asOf,
                "idle-close",
                "%s should be closed and has no order since %s");
    }

    private static List<Condition> older(
            List<Open> all, Duration limit, Instant asOf, String name, String message) {
        return all.stream()
                .filter(each -> Duration.between(each.since(), asOf).compareTo(limit) > 0)
                .map(each ->
                        Condition.critical(
                                        name,
                                        each.account() + " " + each.subject(),
                                        message.formatted(each.subject(), each.since()),
                                        each.since())
                                .of(each.account()))
                .toList();
    }
}
