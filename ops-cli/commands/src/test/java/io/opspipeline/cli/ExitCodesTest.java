package io.opspipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TradedHome.class)
@DisplayName("A-116: exit codes")
class ExitCodesTest {

    @Test
    void endsWithThreeWhileNothingHasBeenTraded(TradedHome.Past past) {
        assertThat(past.fresh())
                .allSatisfy(answer -> {
                    assertThat(answer.code()).isEqualTo(ExitCode.NOTHING_YET);
                    assertThat(answer.out()).isEmpty();
                    assertThat(answer.err().strip())
                            .isEqualTo(
                                    "no day has been traded here yet; run: ops-cli/ops-cli demo");
                });
    }

    @Test
    void endsWithTwoForACommandThatIsUnknownOrMissing() {
        assertThat(Answer.of("trade").code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Answer.of("trade").errors())
                .singleElement()
                .asString()
                .contains("'trade'", "see: ops-cli --help");
        assertThat(Answer.of().code()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void endsWithOneWhenItFailsOnTheWay() throws IOException {
        Path current = Home.folder().resolve("postgres/current");
        String name = Files.readString(current);
        try {
            Files.writeString(current, "demo_gone");
            Answer answer = Answer.of("status");

            assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
            assertThat(answer.out()).isEmpty();
            assertThat(answer.err())
                    .startsWith("failed: the database does not answer: ")
                    .contains("demo_gone");
        } finally {
            Files.writeString(current, name);
        }
    }

    @Test
    void endsWithZeroAndNamesTheCodesWhenAskedForHelp() {
        Answer help = Answer.of("--help");

        assertThat(help.code()).isEqualTo(ExitCode.DONE);
        assertThat(help.out())
                .contains("Exit codes:", "there is nothing to show yet", "demo", "status", "why");
    }
}
