package io.opspipeline.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.ports.time.TimerKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {

    private static final Instant START = Instant.parse("2026-11-19T14:30:00Z");

    private final VirtualTime time = new VirtualTime(START);
    private final List<String> happened = new ArrayList<>();

    @Test
    void runsInTheOrderInstantStageAccountKeyInsertion() {
        note(START.plusSeconds(1), Stage.MARKET, "", "later");
        note(START, Stage.DISPATCHER, "tiny", "a");
        note(START, Stage.DISPATCHER, "large", "b");
        note(START, Stage.DISPATCHER, "large", "a");
        note(START, Stage.DISPATCHER, "large", "a again", "a");
        note(START, Stage.FEATURES, "", "z");

        time.runUntil(START.plusSeconds(2));

        assertThat(happened)
                .containsExactly(
                        "FEATURES  z",
                        "DISPATCHER large a",
                        "DISPATCHER large a again",
                        "DISPATCHER large b",
                        "DISPATCHER tiny a",
                        "MARKET  later");
        assertThat(time.instant()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void standsAtTheInstantOfTheEntryThatRuns() {
        List<Instant> seen = new ArrayList<>();
        Instant due = START.plusSeconds(5);
        time.at(due, key(Stage.STREAM, "", "look"), () -> seen.add(time.instant()));

        assertThat(time.nextDue()).contains(due);
        assertThat(time.step()).isTrue();
        assertThat(time.step()).isFalse();
        assertThat(seen).containsExactly(due);
        assertThat(time.withZone(ZoneId.of("America/New_York")).instant()).isEqualTo(due);
    }

    @Test
    void runsAnEntryOfThePastAtThePresent() {
        time.runUntil(START.plusSeconds(10));
        note(START, Stage.MARKET, "", "late");

        time.step();

        assertThat(happened).containsExactly("MARKET  late");
        assertThat(time.instant()).isEqualTo(START.plusSeconds(10));
    }

    @Test
    void runsWhatAnEntryAddsForTheSameInstant() {
        time.at(
                START,
                key(Stage.SIGNALS, "", "wake"),
                () -> note(time.instant(), Stage.DISPATCHER, "large", "woken"));

        time.runUntil(START);

        assertThat(happened).containsExactly("DISPATCHER large woken");
    }

    @Test
    void leavesEntriesAfterTheEndInTheQueue() {
        note(START.plusSeconds(1), Stage.MARKET, "", "within");
        note(START.plusSeconds(3), Stage.MARKET, "", "beyond");

        time.runUntil(START.plusSeconds(2));

        assertThat(happened).containsExactly("MARKET  within");
        assertThat(time.nextDue()).contains(START.plusSeconds(3));
    }

    @Test
    void dropsACancelledEntry() {
        var timer = time.at(START, key(Stage.MARKET, "", "gone"), () -> happened.add("gone"));
        timer.cancel();
        timer.cancel();

        assertThat(time.step()).isFalse();
        assertThat(happened).isEmpty();
    }

    @Test
    @DisplayName(
            "A-110: an entry that throws, an error too, is counted and does not stop the queue")
    void goesOnAfterAFailure() {
        time.at(
                START,
                key(Stage.MARKET, "", "1"),
                () -> {
                    throw new StackOverflowError("like an exit inside a loop");
                });
        note(START, Stage.MARKET, "", "2");

        time.runUntil(START);

        assertThat(happened).containsExactly("MARKET  2");
        assertThat(time.failures()).hasSize(1).first().isInstanceOf(StackOverflowError.class);
    }

    @Test
    void takesEntriesFromOtherThreads() throws InterruptedException {
        List<Thread> streams = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "stream " + i;
            streams.add(Thread.ofVirtual().start(() -> note(START, Stage.STREAM, "", name)));
        }
        for (Thread stream : streams) {
            stream.join();
        }

        time.runUntil(START);

        assertThat(happened).hasSize(8).isSorted();
    }

    private void note(Instant due, Stage stage, String account, String text) {
        note(due, stage, account, text, text);
    }

    private void note(Instant due, Stage stage, String account, String text, String naturalKey) {
        time.at(
                due,
                key(stage, account, naturalKey),
                () -> happened.add(stage + " " + account + " " + text));
    }

    private static TimerKey key(Stage stage, String account, String naturalKey) {
        var id = Optional.of(account).filter(name -> !name.isEmpty()).map(AccountId::new);
        return new TimerKey(stage, id, naturalKey);
    }
}
