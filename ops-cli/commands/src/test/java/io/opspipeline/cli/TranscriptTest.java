package io.opspipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.Transcript.Line;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(TradedHome.class)
@DisplayName("A-116: every command line does, as typed, what its help says")
class TranscriptTest {

    static Stream<Line> run() {
        return Transcript.read().lines().stream().filter(Line::runs);
    }

    static Stream<Line> read() {
        return Transcript.read().lines().stream().filter(line -> !line.runs());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("run")
    void answersAsWritten(Line line) {
        Answer answer = Answer.of(line.words());

        assertThat(answer.code()).as(answer.err()).isEqualTo(line.code());
        holds(answer.out().lines().toList(), line.out());
        holds(answer.errors(), line.err());
        if (line.json()) {
            assertThat(answer.err()).isEmpty();
            assertThat(answer.json().isContainer()).isTrue();
        }
        if (line.code() == 2) {
            assertThat(answer.out()).isEmpty();
            assertThat(answer.errors()).hasSize(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("read")
    void canBeRead(Line line) {
        assertThat(OpsCli.commandLine().parseArgs(line.words()).hasSubcommand()).isTrue();
    }

    private static void holds(List<String> lines, List<String> expressions) {
        for (String expression : expressions) {
            assertThat(lines)
                    .as(expression)
                    .anyMatch(line -> Pattern.compile(expression).matcher(line).find());
        }
    }
}
