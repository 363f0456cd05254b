package io.opspipeline.reliability.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChaosResultTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Test
    @DisplayName("ten kills of each service and five restarts of PostgreSQL are enough")
    void isContentWithEnoughKills() {
        assertThat(result(QUARTER, kills(10, 5, "5.0"), List.of(), 0, "0.00").failings()).isEmpty();
    }

    @Test
    @DisplayName("a run of fifteen minutes with too few kills fails and says of whom")
    void failsWithTooFewKills() {
        assertThat(result(QUARTER, kills(9, 4, "0.1"), List.of(), 0, "0.00").failings())
                .containsExactly(
                        "dispatcher was killed 9 times, not 10",
                        "trade-stream was killed 9 times, not 10",
                        "position-manager was killed 9 times, not 10",
                        "PostgreSQL was killed 4 times, not 5");
    }

    @Test
    @DisplayName("a short run is a trial: it may kill as seldom as it likes")
    void letsAShortRunKillSeldom() {
        List<Stroke> once = List.of(new Stroke(Victim.DISPATCHER, Duration.ZERO, Duration.ZERO));

        assertThat(result(Duration.ofMinutes(2), once, List.of(), 0, "0.00").failings()).isEmpty();
    }

    @Test
    @DisplayName("books that agree later than five seconds after a start fail, whoever was killed")
    void failsWithLateBooks() {
        assertThat(result(QUARTER, kills(10, 5, "5.001"), List.of(), 0, "0.00").failings())
                .hasSize(35)
                .contains("the books agreed 5.001 s after PostgreSQL was ready, not within 5 s");
    }

    @Test
    @DisplayName("doubled entries, other positions, other cash and broken invariants fail")
    void failsWithOtherBooks() {
        var result = result(QUARTER, kills(10, 5, "0.1"), List.of("large:NVDA:1:C"), 2, "0.01");

        assertThat(result.failings())
                .containsExactly(
                        "large:NVDA:1:C could have bought more than was wanted",
                        "positions differ by 2 contracts",
                        "cash differs by 0.01",
                        "an orphan");
    }

    private static ChaosResult result(
            Duration length,
            List<Stroke> strokes,
            List<String> doubled,
            int contracts,
            String cash) {
        List<String> broken = contracts == 0 ? List.of() : List.of("an orphan");
        return new ChaosResult(length, strokes, 0, 0, doubled, contracts, Money.of(cash), broken);
    }

    private static List<Stroke> kills(int ofService, int ofDatabase, String seconds) {
        Duration reconciled = Duration.parse("PT" + seconds + "S");
        List<Stroke> kills = new ArrayList<>();
        for (Victim victim : Victim.values()) {
            int times = victim == Victim.POSTGRESQL ? ofDatabase : ofService;
            kills.addAll(
                    Collections.nCopies(
                            times, new Stroke(victim, Duration.ofSeconds(1), reconciled)));
        }
        return kills;
    }
}
