package io.opspipeline.cli.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.Answer;
import io.opspipeline.cli.OperatedHome;
import io.opspipeline.cli.TradedHome;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.sql.Database;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;

@ExtendWith(TradedHome.class)
class TradingCommandsTest {

    private static final String WHO = System.getProperty("user.name");
    private static final String STATES =
            "select account_id || ' ' || state || ' ' || reason from trading_states order by 1";

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
    @DisplayName("A-69: halt stops every account, or one, and resume allows entries again")
    void haltsAndResumes() {
        assertThat(Answer.of("halt", "--account", "tiny", "--reason", "odd quotes").code())
                .isEqualTo(ExitCode.DONE);
        assertThat(home.texts(STATES))
                .containsExactly("tiny HALTED halted by " + WHO + ": odd quotes");

        Answer all = Answer.of("halt");
        assertThat(all.out()).contains("large: ACTIVE -> HALTED", "tiny: HALTED -> HALTED");
        assertThat(home.texts("select count(*) from trading_state_events")).containsExactly("3");

        Answer resumed = Answer.of("resume", "--json");
        assertThat(resumed.code()).isEqualTo(ExitCode.DONE);
        assertThat(resumed.json())
                .extracting(change ->
                        change.get("account").asString() + " " + change.get("to").asString())
                .containsExactly("large ACTIVE", "tiny ACTIVE");
        assertThat(Answer.of("resume").out()).contains("large: stays ACTIVE", "was active already");
    }

    @Test
    @DisplayName("A-69: halt, resume and flatten say first of which mode and database they speak")
    void saysWhereTheOrderWent() {
        String database = home.texts("select current_database()").getFirst();

        for (Answer answer :
                List.of(Answer.of("halt"), Answer.of("resume"), Answer.of("flatten", "--yes"))) {
            assertThat(answer.out().lines()).first().isEqualTo("SIMULATED, database " + database);
        }
        assertThat(Answer.of("halt", "--json").json())
                .isNotEmpty()
                .allSatisfy(change -> {
                    assertThat(change.get("mode").asString()).isEqualTo("SIMULATED");
                    assertThat(change.get("database").asString()).isEqualTo(database);
                });
    }

    @Test
    @DisplayName("A-69: flatten without a terminal needs --yes, and changes nothing without it")
    void flattensOnlyWhenToldTo() {
        Answer asked = Answer.of("flatten");
        assertThat(asked.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(asked.errors()).singleElement().asString().contains("give --yes");
        assertThat(home.texts(STATES)).isEmpty();

        Answer done = Answer.of("flatten", "--account", "large", "--yes");
        assertThat(done.code()).isEqualTo(ExitCode.DONE);
        assertThat(done.out()).contains("large: ACTIVE -> HALTED", "position-manager closes");
        assertThat(home.texts(STATES)).containsExactly("large HALTED FLATTEN by " + WHO);

        assertThat(Answer.of("halt", "--account", "large").out())
                .contains("large: stays HALTED", "is being flattened");
        assertThat(home.texts(STATES)).containsExactly("large HALTED FLATTEN by " + WHO);
    }

    @Test
    @DisplayName("A-69: flatten --wait ends with 1 while something is held, and names what is left")
    void waitsUntilNothingIsHeld() {
        assertThat(Answer.of("flatten", "--yes", "--account", "tiny", "--wait").code())
                .isEqualTo(ExitCode.DONE);
        home.hold("tiny");

        Answer left = Answer.of("flatten", "--yes", "--account", "tiny", "--wait", "1s");

        assertThat(left.code()).isEqualTo(ExitCode.FAILED);
        assertThat(left.out()).contains("still there: 1 positions, 0 orders", "XOM");
        assertThat(left.errors()).singleElement().asString().contains("at most 1s");
        Answer other = Answer.of("flatten", "--yes", "--account", "tiny", "--wait=1s", "--json");
        assertThat(other.json().get(0).get("left").asInt()).isEqualTo(1);
        assertThat(Answer.of("flatten", "--yes", "--account", "tiny").code())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    @DisplayName("A-69: on a terminal flatten names what it closes and takes only yes")
    void asksOnATerminal() {
        assertThat(flatten(Optional.of(false))).isEqualTo(ExitCode.REFUSED);
        assertThat(home.texts(STATES)).isEmpty();

        assertThat(flatten(Optional.of(true))).isEqualTo(ExitCode.DONE);
        assertThat(home.texts(STATES)).hasSize(2);
    }

    @Test
    @DisplayName("A-97: no order ends the pause after the day's loss; a breaker's pause is ended")
    void keepsThePauseOfTheDaysLoss() {
        pause("large", "DAILY_LOSS 2025-07-03", "2025-07-07T13:30:00Z");
        pause("tiny", "LOSING_STREAK 2025-07-03 #1", "2025-07-07T13:30:00Z");

        Answer.of("halt");
        Answer resumed = Answer.of("resume");

        assertThat(resumed.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(resumed.out())
                .contains(
                        "large: HALTED -> REDUCING until 2025-07-07 09:30:00",
                        "tiny: HALTED -> ACTIVE");
        assertThat(home.texts(STATES))
                .containsExactly(
                        "large REDUCING DAILY_LOSS 2025-07-03", "tiny ACTIVE resumed by " + WHO);
        assertThat(Answer.of("resume", "--account", "large").out())
                .contains("large: stays REDUCING");
    }

    @Test
    @DisplayName("A-69, A-97: the day's loss that fires while an operator resumes is not lost")
    void resumesIntoALossOfThisMoment() throws Exception {
        Answer.of("halt", "--account", "large");
        Instant nextOpen = Instant.parse("2025-07-07T13:30:00Z");
        Database service = home.another();
        try (var sessions = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> resumed =
                    service.inTransaction(() -> {
                        lose(service, nextOpen);
                        var order =
                                sessions.submit(() -> Answer.of("resume", "--account", "large"));
                        home.awaitBlocked();
                        return order;
                    });
            assertThat(resumed.get().code()).isEqualTo(ExitCode.REFUSED);
        }

        assertThat(home.texts(STATES)).containsExactly("large REDUCING DAILY_LOSS 2025-07-03");
    }

    @Test
    @DisplayName("A-118: mode hybrid changes what signals and accounts may do, and nothing else")
    void changesTheMode() {
        List<String> before = home.texts("select (to_jsonb(a) - 'actions')::text from accounts a");

        Answer changed = Answer.of("mode", "hybrid");

        assertThat(changed.code()).isEqualTo(ExitCode.DONE);
        assertThat(changed.out())
                .contains("mode: hybrid", "signals: options-only -> hybrid")
                .contains("account large: options-only -> hybrid", "account tiny: ");
        assertThat(home.texts("select actions from accounts")).containsOnly("HYBRID");
        assertThat(home.texts("select (to_jsonb(a) - 'actions')::text from accounts a"))
                .isEqualTo(before);
        assertThat(home.texts("select key || ' ' || value from settings"))
                .containsExactly("signals.mode hybrid");
        assertThat(
                        home.texts(
                                """
                                select concat_ws(' ', key, old_value, new_value, changed_by)
                                from settings_audit order by audit_id
                                """))
                .containsExactly(
                        "accounts.large.actions options-only hybrid " + WHO,
                        "accounts.tiny.actions options-only hybrid " + WHO,
                        "signals.mode hybrid " + WHO);
        assertThat(Answer.of("config", "undo").errors())
                .singleElement()
                .asString()
                .contains("ops-cli mode options-only|hybrid");
    }

    @Test
    @DisplayName("A-118: mode shows what is allowed, and changes nothing that is so already")
    void showsTheMode() {
        assertThat(Answer.of("mode", "--json").json().get("mode").asString())
                .isEqualTo("options-only");
        assertThat(Answer.of("mode", "options-only").out()).contains("nothing was changed");
        assertThat(home.texts("select key from settings_audit")).isEmpty();

        home.change("update accounts set actions = 'HYBRID' where account_id = 'tiny'");
        assertThat(Answer.of("mode").out()).contains("mode: mixed", "account tiny: hybrid");
    }

    @Test
    @DisplayName("A-116: what these commands cannot use ends with 2 and a line that names it")
    void namesWhatTheyCannotUse() {
        refuses(
                "--account: there is no 'lrge'; did you mean 'large'?",
                "halt",
                "--account",
                "lrge");
        refuses("--wait: 'soon' is no time", "flatten", "--yes", "--wait", "soon");
        refuses("--wait: '2h' is no time", "flatten", "--yes", "--wait", "2h");
        refuses("--wait: --direct waits", "flatten", "--yes", "--direct", "--wait");
        refuses("unknown mode 'hybird'; did you mean 'hybrid'?", "mode", "hybird");
        refuses("--account: there is no 'nobody'", "flatten", "--yes", "--account", "nobody");
    }

    private int flatten(Optional<Boolean> answer) {
        var quiet = new PrintWriter(new StringWriter());
        return new CommandLine(
                        new FlattenCommand(question -> {
                            assertThat(question)
                                    .contains("SIMULATED, database demo_", "of large, tiny")
                                    .contains("type yes");
                            return answer;
                        }))
                .setOut(quiet)
                .setErr(quiet)
                .execute();
    }

    private static void lose(Database service, Instant nextOpen) {
        new PostgresAccounts(service)
                .stopEntries(
                        new AccountId("large"),
                        "DAILY_LOSS 2025-07-03",
                        Optional.of(nextOpen),
                        Instant.parse("2025-07-03T16:00:00Z"));
    }

    private void pause(String account, String reason, String until) {
        home.change(
                """
                with event as (
                    insert into trading_state_events (account_id, state, reason, until, changed_at)
                    values ('%s', 'REDUCING', '%s', '%s', '2025-07-03T15:00:00Z') returning *)
                insert into trading_states (account_id, state, reason, until, changed_at)
                select account_id, state, reason, until, changed_at from event
                """
                        .formatted(account, reason, until));
    }

    private static void refuses(String message, String... words) {
        Answer answer = Answer.of(words);

        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(answer.errors()).singleElement().asString().contains(message);
    }
}
