package io.opspipeline.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.Answer;
import io.opspipeline.cli.OperatedHome;
import io.opspipeline.cli.TradedHome;
import io.opspipeline.cli.shell.ExitCode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(TradedHome.class)
class ConfigCommandTest {

    private static final String KEY = "signals.confidence.option";

    private OperatedHome home;

    @BeforeEach
    void open() {
        home = new OperatedHome();
        home.reset();
    }

    @AfterEach
    void close() {
        home.reset();
    }

    @Test
    @DisplayName("A-10: config set confidence 0.45, as users type it: stored, audited, shown")
    void setsWhatUsersType() {
        Answer set = Answer.of("config", "set", "confidence", "0.5", "--json");
        JsonNode shown = Answer.of("config", "get", "confidence", "--json").json();

        assertThat(set.code()).isEqualTo(ExitCode.DONE);
        assertThat(set.json().get("key").asString()).isEqualTo(KEY);
        assertThat(set.json().get("from").asString()).isEqualTo("0.45");
        assertThat(set.json().get("to").asString()).isEqualTo("0.5");
        assertThat(shown.get("defaultValue").asString()).isEqualTo("0.45");
        assertThat(shown.get("range").asString()).isEqualTo("0 to 1");
        assertThat(shown.get("note").asString()).isEqualTo("0.5 is stored and not taken over yet");
        assertThat(
                        home.texts(
                                """
                                select concat_ws(' ', key, coalesce(old_value, '-'), new_value, changed_by)
                                from settings_audit
                                """))
                .containsExactly(KEY + " - 0.5 " + System.getProperty("user.name"));
    }

    @Test
    @DisplayName("A-10: a value that the services took over is shown with who, when and until")
    void showsWhereAValueComesFrom() {
        Answer.of("config", "set", KEY, "0.5", "--for", "2h");
        home.change(
                "insert into settings_in_force values ('signals', '%s', '0.5', 'STORED')"
                        .formatted(KEY));
        try {
            assertThat(Answer.of("config", "get", KEY).out())
                    .contains(KEY + " = 0.5", "source   stored by ", " until 2025-07-03 ")
                    .contains("default  0.45", "allowed  0 to 1");
        } finally {
            home.change("delete from settings_in_force where key = '" + KEY + "'");
        }
    }

    @Test
    @DisplayName("A-11: a temporary override ends on the pipeline's own time")
    void endsOnThePipelinesTime() {
        Answer.of("config", "set", KEY, "0.5", "--for", "2h");

        assertThat(
                        home.texts(
                                """
                                select expires_at - (select max(read_at) from settings_reads)
                                from settings
                                """))
                .containsExactly("02:00:00");
    }

    @Test
    void showsEverySetting() {
        Answer list = Answer.of("config", "list");
        JsonNode json = Answer.of("config", "get", "--json").json();

        assertThat(list.code()).isEqualTo(ExitCode.DONE);
        assertThat(list.out())
                .contains(KEY, "dispatcher.contract.volume", "telemetry.quotes.every")
                .contains("position-manager.");
        assertThat(json.size()).isGreaterThan(80);
        assertThat(Answer.of("config", "get", "trading-requests-per-minute").out())
                .contains("200 (telemetry", "; 80 (", "file (", "dispatcher");
    }

    @Test
    @DisplayName("A-10: what a service would refuse ends with 2 and a line that says why")
    void refusesWhatAServiceWouldRefuse() {
        refuses(
                "unknown setting 'confidense'; did you mean 'signals.confidence.option'?",
                "confidense",
                "1");
        refuses("unknown setting 'zzzzzzzz'; all of them: ops-cli config list", "zzzzzzzz", "1");
        refuses(
                "'swing' could be dispatcher.confidence.swing, dispatcher.cost.swing",
                "swing",
                "1");
        refuses("signals.confidence.option: 7 is out of range, allowed 0 to 1", KEY, "7");
        refuses("'{option: .3}' cannot be read as double", KEY, "{option: .3}");
        refuses("weights must not exceed 1 in sum", "signals.weight.trend", "0.9");
        refuses("read at the start alone", "alpaca.stock-feed", "iex");
        refuses("change both with: ops-cli mode", "signals.mode", "hybrid");
        refuses("--for: 'soon' is no time from 1s to 30d", KEY, "0.5", "--for", "soon");
        refuses("--for: '40d' is no time", KEY, "0.5", "--for", "40d");
        assertThat(home.texts("select key from settings")).isEmpty();
        assertThat(home.texts("select key from settings_audit")).isEmpty();
    }

    @Test
    @DisplayName("A-11, incident 35: the least option volume cannot be lowered outside SIMULATED")
    void keepsTheFloorOutsideSimulated() {
        assertThat(Answer.of("config", "set", "dispatcher.contract.volume", "10").code())
                .isEqualTo(ExitCode.DONE);
        home.reset();

        home.change("update settings_reads set mode = 'LIVE' where service = 'dispatcher'");
        refuses("10 is below its safety floor 200", "dispatcher.contract.volume", "10");
        assertThat(Answer.of("config", "set", "dispatcher.contract.volume", "300").code())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    @DisplayName("A-10: undo walks back, unset goes to the default, and history tells all of it")
    void goesBack() {
        Answer.of("config", "set", KEY, "0.5");
        Answer.of("config", "set", KEY, "0.6");

        assertThat(Answer.of("config", "undo").out()).contains(KEY + ": 0.6 -> 0.5");
        assertThat(Answer.of("config", "undo", "confidence").out()).contains("0.5 -> default");
        Answer none = Answer.of("config", "undo");
        assertThat(none.code()).isEqualTo(ExitCode.NOTHING_YET);
        assertThat(none.errors()).containsExactly("there is no change to take back");

        Answer.of("config", "set", KEY, "0.7");
        assertThat(Answer.of("config", "unset", KEY).code()).isEqualTo(ExitCode.DONE);
        assertThat(Answer.of("config", "unset", KEY).out()).contains("nothing was changed");
        assertThat(Answer.of("config", "history", KEY, "--json").json())
                .extracting(change ->
                        change.get("from").asString("-") + " " + change.get("to").asString("-"))
                .containsExactly("0.7 -", "- 0.7", "0.5 -", "0.6 0.5", "0.5 0.6", "- 0.5");
        assertThat(Answer.of("config", "history", "--limit", "1").out().lines()).hasSize(2);
    }

    @Test
    @DisplayName("A-8: a key of nobody is shown, and can be removed as it is stored")
    void removesAKeyOfNobody() {
        home.change(
                "insert into settings values ('signls.cooldown', '1m', 'ann', '2025-07-03T15:00:00Z', null)");

        assertThat(Answer.of("config", "list").out())
                .contains("setting signls.cooldown: no service has it");
        assertThat(Answer.of("config", "unset", "signls.cooldown").code()).isEqualTo(ExitCode.DONE);
        assertThat(home.texts("select key from settings")).isEmpty();
    }

    @Test
    @DisplayName("A-8, incident 69: status and config name the refused setting and the reason")
    void namesARefusedSetting() {
        home.change(
                "insert into settings values ('%s', 'much', 'ann', '2025-07-03T15:00:00Z', null)"
                        .formatted(KEY));
        home.change(
                """
                insert into settings_faults values ('signals', '%1$s',
                    'setting %1$s: ''much'' cannot be read as double', '2025-07-03T15:00:00Z')
                """
                        .formatted(KEY));
        Answer status = Answer.of("status");

        assertThat(status.code()).isEqualTo(ExitCode.FAILED);
        assertThat(status.out())
                .contains("not well: setting " + KEY + ": 'much' cannot be read as double")
                .contains("(told by signals)", "no entries are made");
        assertThat(Answer.of("config", "get", KEY).out())
                .contains(KEY + " = 0.45", "'much' cannot be read as double");
    }

    @Test
    @DisplayName("A-116: config without a command ends with 2")
    void needsACommand() {
        assertThat(Answer.of("config").code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Answer.of("config", "set", KEY).code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Answer.of("config", "history", "--limit", "0").code())
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    private static void refuses(String message, String... words) {
        String[] command = new String[words.length + 2];
        command[0] = "config";
        command[1] = "set";
        System.arraycopy(words, 0, command, 2, words.length);

        Answer answer = Answer.of(command);

        assertThat(List.of(answer.code())).containsExactly(ExitCode.BAD_INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.errors()).singleElement().asString().contains(message);
    }
}
