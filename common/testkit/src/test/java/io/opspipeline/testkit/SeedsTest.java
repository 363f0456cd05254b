package io.opspipeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedsTest {

    @Test
    void drawsTheSameCasesInEveryRun() {
        assertThat(cases()).hasSize(3).isEqualTo(cases());
    }

    @Test
    void namesTheSeedOfTheCaseThatFailed() {
        var runs = new ArrayList<Integer>();

        assertThatThrownBy(() -> Seeds.check(9, _ -> failAtThird(runs)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dops.test.seed=3")
                .hasMessageContaining("too many");
        assertThat(runs).hasSize(3);
    }

    @Test
    void runsFewerCasesWhereEachTestRunsVeryOften() {
        System.setProperty("ops.test.cases", "2");
        try {
            assertThat(cases()).hasSize(2);
        } finally {
            System.clearProperty("ops.test.cases");
        }
    }

    private static void failAtThird(List<Integer> runs) {
        runs.add(runs.size());
        if (runs.size() == 3) {
            throw new IllegalStateException("too many");
        }
    }

    private static List<Integer> cases() {
        var drawn = new ArrayList<Integer>();
        Seeds.check(3, random -> drawn.add(random.nextInt()));
        return drawn;
    }
}
