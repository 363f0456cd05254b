package io.opspipeline.cli.account;

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

@ExtendWith(TradedHome.class)
class AccountCommandTest {

    private static final String WHO = System.getProperty("user.name");
    private static final String ROWS =
            "select to_jsonb(a)::text from accounts a order by account_id";
    private static final String TINY =
            """
            select concat_ws(' ', daily_loss_limit, max_positions, daily_entries, max_exposure,
                enabled)
            from accounts where account_id = 'tiny'
            """;
    private static final String AUDIT =
            """
            select concat_ws(' ', key, old_value, new_value, changed_by)
            from settings_audit order by audit_id
            """;

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
    @DisplayName("rules 11: a limit is changed with its audit, and nothing else is")
    void changesLimitsWithTheirAudit() {
        String large = home.texts(ROWS).getFirst();

        Answer changed =
                Answer.of(
                        "account",
                        "tiny",
                        "--daily-loss",
                        "120.50",
                        "--positions",
                        "3",
                        "--entries",
                        "4",
                        "--exposure",
                        "600",
                        "--disable");

        assertThat(changed.code()).as(changed.err()).isEqualTo(ExitCode.DONE);
        assertThat(changed.out())
                .startsWith("SIMULATED, database demo_")
                .contains("daily-loss: 100.00 -> 120.50", "positions: 2 -> 3")
                .contains("enabled: true -> false")
                .doesNotContain("entries: 4");
        assertThat(home.texts(TINY)).containsExactly("120.50 3 4 600.00 f");
        assertThat(home.texts(ROWS).getFirst()).isEqualTo(large);
        assertThat(home.texts(AUDIT))
                .containsExactly(
                        "accounts.tiny.daily-loss 100.00 120.50 " + WHO,
                        "accounts.tiny.positions 2 3 " + WHO,
                        "accounts.tiny.exposure 400.00 600.00 " + WHO,
                        "accounts.tiny.enabled true false " + WHO);
        assertThat(Answer.of("config", "history").out()).contains("accounts.tiny.positions");
        assertThat(Answer.of("config", "undo").errors())
                .singleElement()
                .asString()
                .contains("accounts.tiny.enabled", "ops-cli account tiny");
    }

    @Test
    @DisplayName("A-116: one value that cannot be used keeps the others from being changed")
    void changesNothingWithABadValue() {
        List<String> before = home.texts(ROWS);

        refuses("--exposure: '1e3'", "account", "tiny", "--positions", "3", "--exposure", "1e3");
        refuses("--positions: '1001'", "account", "tiny", "--positions", "1001");
        refuses("--entries: 'many'", "account", "tiny", "--entries", "many");
        refuses("--daily-loss: '0'", "account", "tiny", "--daily-loss", "0");
        refuses("--daily-loss: '10000000.01'", "account", "tiny", "--daily-loss", "10000000.01");
        refuses("choose one", "account", "tiny", "--enable", "--disable");
        assertThat(home.texts(ROWS)).isEqualTo(before);
        assertThat(home.texts(AUDIT)).isEmpty();
    }

    @Test
    void leavesAloneWhatIsSoAlready() {
        Answer same = Answer.of("account", "tiny", "--positions", "2", "--daily-loss", "100");

        assertThat(same.out()).contains("nothing was changed");
        assertThat(home.texts(AUDIT)).isEmpty();
    }

    @Test
    void showsLimits() {
        assertThat(Answer.of("account", "--json").json())
                .extracting(account ->
                        account.get("account").asString() + " " + account.get("positions").asInt())
                .containsExactly("large 5", "tiny 2");
        assertThat(Answer.of("account", "tiny").out()).contains("tiny").doesNotContain("large");
    }

    private static void refuses(String message, String... words) {
        Answer answer = Answer.of(words);

        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(answer.errors()).singleElement().asString().contains(message);
    }
}
