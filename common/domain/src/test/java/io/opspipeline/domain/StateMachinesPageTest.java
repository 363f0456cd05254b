package io.opspipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.testkit.WrittenPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Every event in every state of both machines, as a matrix without a hole.
class StateMachinesPageTest {

    private final StateMatrix<?, OrderState> orders = OrderLives.matrix();
    private final StateMatrix<?, PositionState> positions = PositionLives.matrix();

    @Test
    @DisplayName("A-56: every order state meets every event, and each has one outcome")
    void hasNoHoleForOrders() {
        assertWhole(orders, OrderState.values());
    }

    @Test
    @DisplayName("A-56: every position state meets every event, and each has one outcome")
    void hasNoHoleForPositions() {
        assertWhole(positions, PositionState.values());
    }

    @Test
    void theDocumentSaysWhatTheMachinesDo() throws IOException {
        String page = page();
        Files.writeString(Path.of("target/state-machines.md"), page);
        new WrittenPage("docs/state-machines.md").requireSays(page);
    }

    private static <S extends Enum<S>> void assertWhole(StateMatrix<?, S> matrix, S[] states) {
        for (S state : states) {
            for (String event : matrix.events()) {
                assertThat(matrix.outcomes(state, event)).as("%s: %s", state, event).hasSize(1);
            }
        }
    }

    private String page() {
        return """
        # State machines

        Written by `StateMachinesPageTest` from the machines themselves: it lives every sequence of a few events from the first state on and notes what each event did. A test fails when a pair was never met, when it has two outcomes, or when this page says something else; `./mvnw -pl common/domain -am -Dtest=StateMachinesPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dops.docs.write=true test` rewrites it.

        A cell names the state after the event; `stays` is a defined result too. `%s` means that the machine throws: the books disagree, and nothing is booked. [crash-points.md](crash-points.md) adds where a process may die.

        ## Orders
        An order of four contracts. The words in capitals are the broker's status; a fill counts in every state, because the broker is the truth for fills.

        %s
        ## Positions
        A position of two contracts. A mark never ends a position, an end is final, and only a fill makes it CLOSED.

        %s\
        """
                .formatted(StateMatrix.REFUSED, orders.table(), positions.table());
    }
}
