package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.PageSection;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Our closing orders: the position-manager dies before or after what it stores and sends, and the
/// next one sells what is left.
@ExtendWith(PostgresExtension.class)
class ClosingCrashesTest {

    @Test
    @DisplayName("A-56, A-95, A-96, A-128: every state x closing request x crash point: sold once")
    void closingOrders(TestDatabase database) throws IOException {
        try (var connection =
                new SingleConnectionDataSource(
                        database.url(), database.user(), database.password(), true)) {
            var stories = new CloseStories(connection);
            new SendingCrashes(stories).play();
            new LadderCrashes(stories).play();
            requireSays(stories);
        }
    }

    private static void requireSays(CloseStories stories) throws IOException {
        assertThat(stories.matrix().holes()).isEmpty();
        new PageSection("docs/crash-points.md", "Our closing orders")
                .requireSays(
                        """
                        The position-manager sells four contracts and dies. The next one looks up what it finds without an answer, cancels what works, and sells what is left: four are sold in the end, by one order at a time, none is sent again, and ledger and position agree with the broker's books. The column is the state that the trade-stream's news has brought the first order to by then; a cell tells how the orders of the dead process ended. It died %d times.

                        %s\
                        """
                                .formatted(stories.matrix().size(), stories.matrix().text()));
    }
}
