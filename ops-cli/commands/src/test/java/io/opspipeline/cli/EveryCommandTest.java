package io.opspipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Program;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// What holds for every command there is, and for those to come.
class EveryCommandTest {

    static Stream<CommandLine> commands() {
        return below(OpsCli.commandLine())
                .filter(line -> line.getSubcommands().isEmpty())
                .filter(line -> !line.getCommandSpec().usageMessage().hidden())
                .filter(line -> !line.getCommandName().equals("help"));
    }

    private static Stream<CommandLine> below(CommandLine line) {
        return line.getSubcommands().values().stream()
                .flatMap(each -> Stream.concat(Stream.of(each), below(each)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    @DisplayName("A-116: --help of every command ends with 0 and explains each of its options")
    void explainsItself(CommandLine command) {
        Answer help = Answer.of(words(command, "--help"));

        assertThat(help.code()).isEqualTo(ExitCode.DONE);
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).startsWith("Usage: " + command.getCommandSpec().qualifiedName());
        assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
        assertThat(command.getCommandSpec().options())
                .allSatisfy(option -> {
                    assertThat(option.description()).as(option.longestName()).isNotEmpty();
                    assertThat(help.out()).contains(option.longestName());
                });
    }

    @ParameterizedTest
    @MethodSource("commands")
    @DisplayName("A-116: every command that answers speaks JSON and plain text")
    void speaksJson(CommandLine command) {
        assumeThat(command.getCommandName()).as("a server, not an answer").isNotEqualTo("exchange");
        assertThat(command.getCommandSpec().options())
                .extracting(OptionSpec::longestName)
                .contains("--json", "--no-color", "--help");
    }

    @ParameterizedTest
    @MethodSource("commands")
    @DisplayName("A-116: an option that no command has ends with 2 and a hint where to look")
    void refusesWhatItDoesNotKnow(CommandLine command) {
        Answer answer = Answer.of(words(command, "--no-such-option-anywhere"));

        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.errors())
                .singleElement()
                .asString()
                .endsWith("see: " + command.getCommandSpec().qualifiedName() + " --help");
    }

    @Test
    void theProgramIsKnownByItsRightName() {
        assertThat(Program.MAIN_CLASS).isEqualTo(OpsCli.class.getName());
    }

    private static String[] words(CommandLine command, String last) {
        return Stream.concat(
                        Arrays.stream(command.getCommandSpec().qualifiedName().split(" ")).skip(1),
                        Stream.of(last))
                .toArray(String[]::new);
    }
}
