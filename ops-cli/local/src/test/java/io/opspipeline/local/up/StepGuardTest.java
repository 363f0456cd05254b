package io.opspipeline.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StepGuardTest {

    private final List<String> told = new ArrayList<>();

    @Test
    @DisplayName("incident 53: an error in a step of the watch ends no other, and is told")
    void goesOnAfterAnError() {
        var guard = new StepGuard((step, failure, times) -> told.add(step + " " + times));
        for (int look = 0; look < 5; look++) {
            guard.run("look", StepGuardTest::fail);
            guard.run("other", () -> {});
        }

        assertThat(told).containsExactly("look 1", "look 2", "look 4");
    }

    @Test
    void goesOnWhenTellingFails() {
        var guard = new StepGuard((_, _, _) -> fail());
        guard.run("look", StepGuardTest::fail);
        guard.run("other", () -> told.add("done"));

        assertThat(told).containsExactly("done");
    }

    private static void fail() {
        throw new OutOfMemoryError("for a test");
    }
}
