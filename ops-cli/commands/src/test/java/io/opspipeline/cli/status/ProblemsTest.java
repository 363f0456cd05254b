package io.opspipeline.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.PostgresExtension;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class ProblemsTest {

    private static final Instant TEN = Instant.parse("2025-06-12T14:00:00Z");

    @Test
    @DisplayName("A-113, incident 83: in session a healthcheck that does not look is a problem")
    void findsASilentHealthcheck(DataSource source) {
        JdbcClient jdbc = JdbcClient.create(source);
        Problems problems = new Problems(jdbc);

        assertThat(problems.now(TEN, false)).isEmpty();
        assertThat(problems.now(TEN, true))
                .containsExactly("no healthcheck looked since the start");
        jdbc.sql(
                        """
                        insert into heartbeats values ('healthcheck', null, '2025-06-12T13:55:00Z',
                            null, null, '0 not well')
                        """)
                .update();
        assertThat(problems.now(TEN, true)).isEmpty();
        assertThat(problems.now(TEN.plusSeconds(1), true))
                .containsExactly("no healthcheck looked since 2025-06-12 09:55:00");
    }
}
