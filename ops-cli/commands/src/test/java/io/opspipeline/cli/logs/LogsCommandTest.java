package io.opspipeline.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.Answer;
import io.opspipeline.cli.TradedHome;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.Voice;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(TradedHome.class)
class LogsCommandTest {

    @Test
    @DisplayName(
            "A-123: every line about an order is found by its id, with account, signal and run")
    void followsAnOrderThroughTheServices() {
        JsonNode bought =
                Answer.of(
                                "data",
                                "--custom",
                                """
                                select client_order_id, account_id, signal_id from orders o
                                join dispatch_executions d using (dispatch_id, account_id)
                                order by o.created_at limit 1
                                """,
                                "--json")
                        .json()
                        .get(0);
        String order = bought.get("client_order_id").asString();

        Answer answer = Answer.of("logs", "all", "--order", order, "--json");

        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out().lines().map(JsonMapper.shared()::readTree))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.get("order").asString()).isEqualTo(order);
                    assertThat(line.get("account").asString())
                            .isEqualTo(bought.get("account_id").asString());
                })
                .anySatisfy(line -> {
                    assertThat(line.get("signal").asString())
                            .isEqualTo(bought.get("signal_id").asString());
                    assertThat(line.get("run").asString()).isNotBlank();
                });
    }

    @Test
    @DisplayName("incident 79: no log yet is told apart from an empty one, with what to do")
    void saysThatNothingWasLoggedYet() throws IOException {
        Path logs = Home.folder().resolve("logs");
        Path aside = Home.folder().resolve("logs-aside");
        Files.move(logs, aside);
        try {
            Answer answer = Answer.of("logs", "dispatcher");

            assertThat(answer.code()).isEqualTo(ExitCode.NOTHING_YET);
            assertThat(answer.errors())
                    .singleElement()
                    .asString()
                    .contains(
                            "dispatcher has not logged anything in " + logs, "ops-cli/ops-cli up");
        } finally {
            Files.move(aside, logs);
        }
    }

    @Test
    @DisplayName("--follow shows what comes, and ends when it is interrupted")
    void followsUntilInterrupted(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("signals.log");
        Files.writeString(file, "before\n");
        StringWriter out = new StringWriter();
        try (LogReader reader = new LogReader(new LogFolder(folder), Optional.empty())) {
            reader.history(Optional.empty());

            LogsCommand.follow(
                    reader,
                    screen(out),
                    _ -> {
                        if (!out.toString().isEmpty()) {
                            throw new InterruptedException("Ctrl-C");
                        }
                        append(file, "after\n");
                    });
        }

        assertThat(out.toString().lines()).singleElement().asString().contains("signals", "after");
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LogScreen screen(StringWriter out) {
        Speaker speaker = new Speaker();
        new CommandLine(speaker).setOut(new PrintWriter(out, true));
        return new LogScreen(
                speaker.voice, false, new LogFilter(), Optional.empty(), Optional.empty());
    }

    @Command(name = "speaker")
    private static final class Speaker {

        @Mixin private final Voice voice = new Voice();
    }
}
