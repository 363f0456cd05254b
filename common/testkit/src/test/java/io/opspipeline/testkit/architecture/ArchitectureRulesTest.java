package io.opspipeline.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Each rule finds what it is there to find.
class ArchitectureRulesTest {

    @Test
    void findsTheMachinesClock() {
        assertThat(broken(ArchitectureRules.TAKES_TIME_AS_AN_ARGUMENT, ReadsTheMachine.class))
                .hasSize(1)
                .first()
                .asString()
                .contains("Instant.now()");
    }

    @Test
    void allowsALentClock() {
        assertThat(broken(ArchitectureRules.TAKES_TIME_AS_AN_ARGUMENT, ReadsALentClock.class))
                .isEmpty();
    }

    @Test
    void findsInputAndOutputInARule() {
        assertThat(broken(ArchitectureRules.KEEPS_RULES_PURE, PrintingRule.class)).isNotEmpty();
    }

    @Test
    void allowsArithmeticInARule() {
        assertThat(broken(ArchitectureRules.KEEPS_RULES_PURE, AddingRule.class)).isEmpty();
    }

    @Test
    void findsAPackageWithoutNullContract() {
        assertThat(broken(ArchitectureRules.STATES_ITS_NULL_CONTRACT, AddingRule.class)).hasSize(1);
    }

    @Test
    @DisplayName("incident 7: no part is looked up while trading; what is missing ends the start")
    void findsWhatIsLookedUp() {
        assertThat(broken(ArchitectureRules.LOOKS_NOTHING_UP, LoadsByName.class)).hasSize(1);
        assertThat(broken(ArchitectureRules.LOOKS_NOTHING_UP, LoadsAService.class)).isNotEmpty();
        assertThat(broken(ArchitectureRules.LOOKS_NOTHING_UP, ReadsALentClock.class)).isEmpty();
    }

    @Test
    void findsAnEmptyName() {
        assertThat(broken(ArchitectureRules.HAS_NO_EMPTY_NAMES, TestHelper.class)).hasSize(1);
    }

    @Test
    void letsNoServiceSeeAnother() {
        var signals = new Module("signals");

        assertThat(signals.mayRead(new Module("ports"))).isTrue();
        assertThat(signals.mayRead(new Module("dispatcher"))).isFalse();
    }

    @Test
    void letsNoAdapterSeeAnother() {
        assertThat(new Module("alpaca").mayRead(new Module("persistence"))).isFalse();
    }

    private static List<String> broken(ArchRule rule, Class<?> type) {
        return rule.evaluate(new ClassFileImporter().importClasses(type))
                .getFailureReport()
                .getDetails();
    }

    private record ReadsTheMachine() {
        @SuppressWarnings("unused")
        Instant wrong() {
            return Instant.now();
        }
    }

    private record ReadsALentClock(Clock clock) {
        @SuppressWarnings("unused")
        Instant right() {
            return Instant.now(clock);
        }
    }

    private record PrintingRule(PrintStream out) {}

    private record AddingRule(int first) {
        @SuppressWarnings("unused")
        int total() {
            int[] numbers = {first};
            return numbers[0] + List.of(1, first).size();
        }
    }

    private record LoadsByName() {
        @SuppressWarnings("unused")
        Class<?> wrong() throws ClassNotFoundException {
            return Class.forName("io.opspipeline.Sizing");
        }
    }

    private record LoadsAService() {
        @SuppressWarnings("unused")
        boolean wrong() {
            return ServiceLoader.load(Runnable.class).findFirst().isPresent();
        }
    }

    private record TestHelper() {}
}
