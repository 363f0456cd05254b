package io.opspipeline.reliability.submit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.opspipeline.dispatcher.DispatcherPorts;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.reliability.world.ScratchDatabases;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SubmitsTest {

    private static final int IN_MEMORY = 3_000;
    private static final int ON_POSTGRESQL = 200;
    private static final int TAMPERED = 150;

    private static final Logger LOG =
            (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private static Level before = Level.OFF;

    /// Every doubt is logged, and here everything is in doubt.
    @BeforeAll
    static void silence() {
        before = LOG.getLevel();
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LOG.setLevel(before);
    }

    @Test
    @DisplayName(
            "A-58, A-79, A-128, A-129, incident 13: no submit without an answer doubles an order")
    void doublesNothing() {
        SubmitTally tally = Submits.inMemory(IN_MEMORY, 1, _ -> {});

        assertThat(tally.findings()).isEmpty();
        assertThat(tally.isClean()).isTrue();
        assertThat(tally.submits()).isEqualTo(IN_MEMORY);
        assertThat(tally.kinds().keySet())
                .containsExactlyInAnyOrder(
                        Arrays.stream(Ambiguity.values())
                                .map(Ambiguity::words)
                                .toArray(String[]::new));
        assertThat(tally.ordersAtBroker()).containsKeys(0, 1, 2, 3, 4);
    }

    @Test
    @DisplayName(
            "A-58, A-79, A-128, A-129: on PostgreSQL the same happens as in memory, to the order")
    void doesTheSameOnPostgresql() {
        SubmitPlan plan = SubmitPlan.of(7, ON_POSTGRESQL);
        try (var databases = ScratchDatabases.in(Path.of("target/ops-home"))) {
            SubmitTally tally = Submits.onPostgresql(plan, databases);

            assertThat(tally.isClean()).as("%s", tally.findings()).isTrue();
            assertThat(tally.submits()).isEqualTo(ON_POSTGRESQL);
            assertThat(tally).isEqualTo(inMemory(plan));
        }
    }

    @Test
    @DisplayName("A dispatcher that sends again what is in doubt is found out: duplicates")
    void countsDuplicates() {
        SubmitTally tally = tampered(Tampering::sendingAgain);

        assertThat(tally.duplicates()).isPositive();
        assertThat(tally.orphans()).isPositive();
        assertThat(tally.findings()).anyMatch(finding -> finding.startsWith("duplicate: "));
    }

    @Test
    @DisplayName("A dispatcher that never finds an order is found out: orphans, wrong positions")
    void countsOrphans() {
        SubmitTally tally = tampered(ports -> Tampering.lookingUp(ports, Optional::empty));

        assertThat(tally.orphans()).isPositive();
        assertThat(tally.wrongPositions()).isPositive();
    }

    @Test
    @DisplayName("A dispatcher that cannot look up an order is found out: undecided entries")
    void countsUndecided() {
        SubmitTally tally =
                tampered(ports ->
                        Tampering.lookingUp(
                                ports,
                                () -> {
                                    throw new BrokerUnavailable("scripted");
                                }));

        assertThat(tally.undecided()).isPositive();
        assertThat(tally.isClean()).isFalse();
    }

    private static SubmitTally tampered(UnaryOperator<DispatcherPorts> around) {
        return inMemory(new SubmitPlan(1, TAMPERED, around));
    }

    private static SubmitTally inMemory(SubmitPlan plan) {
        return SubmitWorld.run(plan, _ -> EntryStores.memory());
    }
}
