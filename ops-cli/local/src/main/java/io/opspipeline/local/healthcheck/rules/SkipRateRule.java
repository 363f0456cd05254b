package io.opspipeline.local.healthcheck.rules;

import io.opspipeline.local.healthcheck.rules.HealthSnapshot.AccountSigns;
import java.time.Instant;
import java.util.List;

/// An account of whose last ten dispatches more than half ended blind: expired unseen, or skipped
/// because something was missing or stale. A skip on the merits (too dear, too many positions) is
/// trading as intended and does not count.
final class SkipRateRule {

    private static final int DISPATCHES = 10;

    private SkipRateRule() {}

    static List<Condition> conditions(HealthSnapshot snapshot) {
        return snapshot.accounts().stream()
                .filter(signs -> 2 * signs.blind() > DISPATCHES)
                .map(signs -> condition(signs, snapshot.asOf()))
                .toList();
    }

    private static Condition condition(AccountSigns signs, Instant asOf) {
        return Condition.warning(
                        "blind-skips",
                        signs.account().value(),
                        "%d of the last %d signals were skipped because something was missing or stale; see: ops-cli data --query skips"
                                .formatted(signs.blind(), signs.dispatches()),
                        asOf)
                .of(signs.account());
    }
}
