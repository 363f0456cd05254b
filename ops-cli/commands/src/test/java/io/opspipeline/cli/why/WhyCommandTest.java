package io.opspipeline.cli.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.Answer;
import io.opspipeline.cli.OperatedHome;
import io.opspipeline.cli.TradedHome;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.gate.GateCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(TradedHome.class)
class WhyCommandTest {

    @Test
    @DisplayName("A-123: one command tells a trade from its signal to its end")
    void tellsATradeFromSignalToExit() {
        List<JsonNode> traded =
                accounts(Answer.of("why", "NVDA", "--json").json()).stream()
                        .filter(account -> !account.get("fills").isEmpty())
                        .toList();

        assertThat(traded)
                .isNotEmpty()
                .allSatisfy(account -> {
                    assertThat(account.get("disposition").asString()).isEqualTo("FILLED");
                    assertThat(codes(account))
                            .containsExactlyInAnyOrderElementsOf(
                                    Arrays.stream(GateCode.values()).map(Enum::name).toList());
                    assertThat(account.get("candidates"))
                            .anySatisfy(
                                    each -> assertThat(each.get("chosen").asBoolean()).isTrue());
                    assertThat(account.get("orders").get(0).get("side").asString())
                            .isEqualTo("BUY");
                    assertThat(account.get("exit").get("state").asString()).isNotBlank();
                });
    }

    @Test
    @DisplayName("A-82: what was denied shows its code, what it means, what follows, what to do")
    void tellsWhatWasDenied() {
        List<JsonNode> denied =
                accounts(Answer.of("why", "NVDA", "--json").json()).stream()
                        .filter(account -> account.get("disposition").asString().equals("SKIPPED"))
                        .toList();

        assertThat(denied)
                .isNotEmpty()
                .allSatisfy(account -> {
                    JsonNode denial = account.get("denial");
                    DenialCode code = DenialCode.valueOf(denial.get("code").asString());
                    assertThat(account.get("reason").asString()).isEqualTo(code.name());
                    assertThat(denial.get("meaning").asString()).isEqualTo(code.meaning());
                    assertThat(denial.get("then").asString()).isEqualTo(code.reaction().inWords());
                    assertThat(denial.get("remedy").asString()).isEqualTo(code.remedy());
                });
        assertThat(Answer.of("why", "NVDA").out())
                .contains("what it means: ", "what follows:  ", "what to do:    ");
    }

    @Test
    void namesEveryAccountOfEverySignal() {
        JsonNode story = Answer.of("why", "nvda", "--json").json();

        assertThat(story.get("ticker").asString()).isEqualTo("NVDA");
        assertThat(story.get("signals").isEmpty()).isFalse();
        assertThat(story.get("signals"))
                .allSatisfy(signal ->
                        assertThat(signal.get("accounts"))
                                .extracting(account -> account.get("account").asString())
                                .containsExactly("large", "tiny"));
    }

    @Test
    void tellsTheSameToPeople() {
        Answer answer = Answer.of("why", "NVDA");

        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out())
                .contains("NVDA: ", " signals", "ENTRY_WINDOW", "PASSED", "CHOSEN", "filled BUY");
    }

    @Test
    void hasNothingToTellOfATickerWithoutSignals() {
        Answer answer = Answer.of("why", "XOM");

        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out().strip()).isEqualTo("XOM: 0 signals");
    }

    @Test
    @DisplayName("A-123: the newest session is told, or what came since, then with dates")
    void tellsTheNewestSessionByDefault() {
        var home = new OperatedHome();
        String before =
                """
                insert into dispatch_recommendations (ticker, action, instrument_type, confidence,
                    bar_ts, close, sma20, volume_ratio, trend_state, run_length, distance_sma20,
                    rule_version, status, created_at, expires_at)
                values ('NVDA', 'BUY_CALL', 'CALL', 0.5, '2025-06-12T14:29:00Z', 1, 1, 1, 1, 1, 0,
                    'earlier', 'EXPIRED', '2025-06-12T14:30:00Z', '2025-06-12T14:35:00Z')
                """;
        int ofTheDay = Answer.of("why", "NVDA", "--json").json().get("signals").size();
        home.change(before);
        try {
            Answer newest = Answer.of("why", "NVDA");
            assertThat(newest.out())
                    .startsWith(
                            "NVDA: %d signals since 2025-07-03 00:00:00, 1 before that (--since)"
                                    .formatted(ofTheDay))
                    .doesNotContain("2025-06-12", "2025-07-03 1");

            Answer all = Answer.of("why", "NVDA", "--since", "2025-06-01");
            assertThat(all.out())
                    .startsWith("NVDA: %d signals since 2025-06-01".formatted(ofTheDay + 1))
                    .contains("2025-06-12 10:29:00 BUY_CALL")
                    .containsPattern("2025-07-03 1[0-9]:[0-9:]{5} BUY_");
            assertThat(Answer.of("why", "NVDA", "--since", "2d", "--json").json().get("earlier"))
                    .hasToString("1");
        } finally {
            home.change("delete from dispatch_recommendations where rule_version = 'earlier'");
        }
    }

    @Test
    @DisplayName("A-116: what is no ticker ends with 2")
    void refusesWhatIsNoTicker() {
        Answer answer = Answer.of("why", "N V");

        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(answer.errors())
                .singleElement()
                .asString()
                .startsWith("TICKER: 'N V': ticker must match");
        assertThat(Answer.of("why").code()).isEqualTo(ExitCode.BAD_INPUT);
    }

    private static List<JsonNode> accounts(JsonNode story) {
        return StreamSupport.stream(story.get("signals").spliterator(), false)
                .flatMap(
                        signal -> StreamSupport.stream(signal.get("accounts").spliterator(), false))
                .toList();
    }

    private static List<String> codes(JsonNode account) {
        return StreamSupport.stream(account.get("gates").spliterator(), false)
                .map(gate -> gate.get("code").asString())
                .toList();
    }
}
