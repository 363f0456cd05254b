package io.opspipeline.local.day;

import io.opspipeline.domain.job.Stage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// Real time that a day spent in each stage.
final class StageTimes {

    private final Map<Stage, Duration> spent = new EnumMap<>(Stage.class);

    void add(Stage stage, Duration time) {
        spent.merge(stage, time, Duration::plus);
    }

    Map<Stage, Duration> byStage() {
        return Map.copyOf(spent);
    }
}
