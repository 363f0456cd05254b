package io.opspipeline.local.healthcheck.rules;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.Flow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Bars older than 180 s and features older than 600 s in session. The age of a bar counts from its
/// end, that of a missing one from the open.
final class FlowRule {

    private static final Duration BAR = Duration.ofMinutes(1);
    private static final Duration BARS = Duration.ofMinutes(3);
    private static final Duration FEATURES = Duration.ofMinutes(10);

    private FlowRule() {}

    static List<Condition> conditions(HealthSnapshot snapshot) {
        return snapshot.session()
                .map(session -> conditions(snapshot.flow(), session, snapshot.asOf()))
                .orElseGet(List::of);
    }

    private static List<Condition> conditions(Flow flow, Session session, Instant asOf) {
        List<Condition> found = new ArrayList<>();
        bars(flow, session, asOf).ifPresent(found::add);
        Instant features = end(flow.features(), session);
        if (isOlder(features, FEATURES, asOf)) {
            found.add(
                    Condition.critical(
                            "features-late",
                            "pipeline",
                            "no features %s: no signal is made"
                                    .formatted(whence(flow.features(), features)),
                            features));
        }
        return found;
    }

    /// Without bars of any source the stream is not named too.
    private static Optional<Condition> bars(Flow flow, Session session, Instant asOf) {
        Instant any = end(flow.bar(), session);
        Instant stream = end(flow.streamBar(), session);
        if (isOlder(any, BARS, asOf)) {
            return Optional.of(
                    Condition.critical(
                            "bars-late",
                            "pipeline",
                            "no bar %s: nothing is entered".formatted(whence(flow.bar(), any)),
                            any));
        }
        if (isOlder(stream, BARS, asOf)) {
            return Optional.of(
                    Condition.critical(
                            "bar-stream-dead",
                            "pipeline",
                            "the stream brought no bar %s; bars come by request only"
                                    .formatted(whence(flow.streamBar(), stream)),
                            stream));
        }
        return Optional.empty();
    }

    private static Instant end(Optional<Instant> start, Session session) {
        return start.map(at -> at.plus(BAR))
                .filter(at -> at.isAfter(session.open()))
                .orElse(session.open());
    }

    private static boolean isOlder(Instant since, Duration limit, Instant asOf) {
        return Duration.between(since, asOf).compareTo(limit) > 0;
    }

    private static String whence(Optional<Instant> known, Instant since) {
        return (known.isPresent() ? "since " : "in this session, which began ") + since;
    }
}
