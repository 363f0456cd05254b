package io.opspipeline.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationScoreTest {

    private static final String HALF_AND_WHOLE =
            """
            <mutations>
            <mutation detected='true' status='KILLED'><mutatedClass>a.b.C</mutatedClass></mutation>
            <mutation detected='true' status='TIMED_OUT'><mutatedClass>a.D</mutatedClass></mutation>
            <mutation detected='false' status='SURVIVED'><mutatedClass>a.D$E</mutatedClass></mutation>
            </mutations>
            """;

    @TempDir private Path folder;

    @Test
    void countsByPackageAndShowsTheOneThatIsBelow() throws IOException {
        MutationScore score = MutationScore.read(report(HALF_AND_WHOLE));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        boolean isEnough = score.print(50.5, new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "| package | mutants | killed | by time-out | score |",
                        "|---|---|---|---|---|",
                        "| `a` | 2 | 1 | 1 | 50.0 % BELOW 50.5 |",
                        "| `a.b` | 1 | 1 | 0 | 100.0 % |");
        assertThat(isEnough).isFalse();
        assertThat(score.print(50, System.out)).isTrue();
    }

    @Test
    void refusesAReportOfNothing() throws IOException {
        Path empty = report("<mutations/>");
        Path other = report("no report");

        assertThatThrownBy(() -> MutationScore.read(empty)).hasMessageContaining("no mutant");
        assertThatThrownBy(() -> MutationScore.read(other))
                .hasMessageContaining("no report of PIT");
    }

    private Path report(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "mutations", ".xml"), text);
    }
}
