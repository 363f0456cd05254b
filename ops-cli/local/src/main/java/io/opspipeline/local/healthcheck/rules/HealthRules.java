package io.opspipeline.local.healthcheck.rules;

import java.util.List;
import java.util.stream.Stream;

/// All conditions of a snapshot.
public final class HealthRules {

    private HealthRules() {}

    /// What is not well; empty when all is.
    public static List<Condition> conditions(HealthSnapshot snapshot) {
        return Stream.of(
                        FlowRule.conditions(snapshot),
                        StreamRule.conditions(snapshot),
                        WatchRule.conditions(snapshot),
                        OrderRule.conditions(snapshot),
                        JobRule.conditions(snapshot),
                        LateJobRule.conditions(snapshot),
                        SkipRateRule.conditions(snapshot))
                .flatMap(List::stream)
                .toList();
    }
}
