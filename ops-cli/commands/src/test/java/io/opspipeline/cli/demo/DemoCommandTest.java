package io.opspipeline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.Answer;
import io.opspipeline.cli.TradedHome;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.local.postgres.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `demo` answers: one JSON object for a good request; for a bad one a line that names what is
/// wrong, exit code 2, and the database of the last good run as it was.
@ExtendWith(TradedHome.class)
class DemoCommandTest {

    private Optional<String> before = Optional.empty();

    @BeforeEach
    void remember() {
        before = LocalPostgres.in(Home.folder()).current();
    }

    @AfterEach
    void keptTheLastGoodRun() {
        assertThat(before).isPresent();
        assertThat(LocalPostgres.in(Home.folder()).current()).isEqualTo(before);
    }

    @Test
    @DisplayName("A-116: demo --json prints one JSON object and nothing else")
    void printsTheDayAsJson(TradedHome.Past past) {
        Answer demo = past.demo();

        assertThat(demo.code()).isEqualTo(ExitCode.DONE);
        assertThat(demo.err()).isEmpty();
        assertThat(demo.json().get("day").asString()).isEqualTo("2025-07-03");
        assertThat(demo.json().get("invariants").get("broken").isEmpty()).isTrue();
        assertThat(demo.json().get("journalSha256").asString()).matches("[0-9a-f]{64}");
        assertThat(demo.json().get("fills").asInt()).isPositive();
        assertThat(demo.json().get("accounts").size()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A-116: what cannot be used ends with 2 and one line that names it")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--symbols NOPE | --symbols: unknown symbol NOPE, known: [AAPL,",
                "--symbols NV_DA | --symbols: 'NV_DA': ticker must match",
                "--day 2025-06-14 | --day: 2025-06-14 is not a session",
                "--day 2025-13-01 | '--day': cannot convert '2025-13-01'",
                "--market lively | '--market': expected one of",
                "--seed first | '--seed': 'first' is not a long",
                "--sead 1 | Unknown option",
                "--set dispatcher.cost.swing=7 | setting dispatcher.cost.swing: 7 is out of range, allowed 0 to 1",
                "--set dispatcher.cost.swing=abc | setting dispatcher.cost.swing: 'abc' cannot be read",
                "--set dispatcher.cost.swng=0.1 | unknown setting 'dispatcher.cost.swng'; did you mean 'dispatcher.cost.swing'?",
                "--set dispatcher.cost.swing | --set",
            })
    void namesWhatItCannotUse(String words, String message) {
        refuses(message, words.split(" "));
    }

    @Test
    @DisplayName("A-8: a combination that only a service refuses is named too")
    void namesSettingsThatAServiceRefuses() {
        refuses(
                "settings position-manager: a trail armed at 1.01",
                "--symbols",
                "NVDA",
                "--set",
                "position-manager.exits.trailing-arm=1.01");
        refuses("settings signals.", "--symbols", "NVDA", "--set", "signals.weight.trend=1");
    }

    @Test
    void namesTheFolderOfRecordedData(@TempDir Path folder) {
        refuses("--day is missing", "--data", folder.toString());
        refuses(
                folder.resolve("absent") + ": no such folder",
                "--data",
                folder.resolve("absent").toString(),
                "--day",
                "2025-01-15");
        refuses(folder.toString(), "--data", folder.toString(), "--day", "2025-01-15");
    }

    @Test
    void namesFileAndRowOfABadBar(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("NVDA.csv");
        Files.writeString(
                file,
                """
                timestamp,open,high,low,close,volume
                2025-01-15 14:30:00+00:00,133.1,133.9,132.8,133.5,1000
                2025-01-15 14:31:00+00:00,133.1,many,132.8,133.5,1000
                """);

        refuses(file + ": row 3", "--data", folder.toString(), "--day", "2025-01-15");
    }

    @Test
    void namesADayWithoutData(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("NVDA.csv"),
                """
                timestamp,open,high,low,close,volume
                2025-01-15 14:30:00+00:00,133.1,133.9,132.8,133.5,1000
                """);

        refuses(
                folder + ": no data for 2025-01-16",
                "--data",
                folder.toString(),
                "--day",
                "2025-01-16");
    }

    @Test
    void namesAZipFileThatIsNone(@TempDir Path folder) throws IOException {
        Path zip = folder.resolve("equity/usa/minute/twx/20140605_trade.zip");
        Files.createDirectories(zip.getParent());
        Files.writeString(zip, "PK, but not for long");
        Path quotes = folder.resolve("option/usa/minute/twx/20140605_quote_american.zip");
        Files.createDirectories(quotes.getParent());
        Files.writeString(quotes, "PK, but not for long");

        refuses("is not a readable zip file", "--data", folder.toString(), "--day", "2014-06-05");
    }

    private static void refuses(String message, String... words) {
        String[] command = new String[words.length + 1];
        command[0] = "demo";
        System.arraycopy(words, 0, command, 1, words.length);

        Answer answer = Answer.of(command);

        assertThat(answer.code()).as(Arrays.toString(words)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.errors()).singleElement().asString().contains(message);
    }
}
