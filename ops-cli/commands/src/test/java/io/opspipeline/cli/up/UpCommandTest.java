package io.opspipeline.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.Answer;
import io.opspipeline.cli.shell.ExitCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpCommandTest {

    @ParameterizedTest
    @CsvSource({
        "--symbols, AMD, '; at a broker: ops-cli init --symbols'",
        "--set, signals.confidence.option=0.5, '; at a broker: ops-cli config set'",
        "--day, 2025-07-03, ''",
        "--data, bars, ''",
        "--seed, 1, ''",
        "--market, generated, ''",
        "--speed, 1, ''"
    })
    @DisplayName("A-116: an option that a broker knows nothing of is refused, not passed over")
    void refusesOptionsOfTheExchangeAtABroker(String option, String value, String instead) {
        for (List<String> broker :
                List.of(
                        List.of("--broker", "paper"),
                        List.of("--broker", "live", "--i-understand-this-is-real-money"))) {
            var words = new ArrayList<>(List.of("up"));
            words.addAll(broker);
            words.addAll(List.of(option, value));

            Answer answer = Answer.of(words.toArray(String[]::new));

            assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(answer.errors())
                    .containsExactly(option + " works with the simulated broker only" + instead);
        }
    }
}
