package io.opspipeline.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.output.Style;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What `watch` shows of an account at 10:30 New York time.
@ExtendWith(PostgresExtension.class)
class FrameReaderTest {

    private static final Instant NOW = Instant.parse("2025-06-12T14:30:00Z");

    private DataSource source;
    private JdbcClient jdbc;

    @BeforeEach
    void trade(DataSource source) {
        this.source = source;
        jdbc = JdbcClient.create(source);
        run(
                """
                insert into accounts values ('tiny', 'N1', 'DAY', 'TINY', 'OPTIONS_ONLY', 300, 100, 2,
                    4, 400, true, '2025-06-12T13:00:00Z')
                """);
        run(
                "insert into heartbeats (service, beat_at, detail) values ('signals', '2025-06-12T14:30Z', '')");
    }

    @Test
    @DisplayName("A-97: a pause shows its end, and is not shown when it is over")
    void showsPausesAsLongAsTheyLast() {
        run(
                """
                insert into trading_states values ('tiny', 'REDUCING', 'LOSING_STREAK 2025-06-12 #1',
                    '2025-06-12T15:05:00Z', '2025-06-12T14:05:00Z')
                """);
        assertThat(account().state()).isEqualTo("REDUCING");
        assertThat(String.join("\n", new FrameText(Style.plain()).lines(frame())))
                .contains("REDUCING until 2025-06-12 11:05:00");

        run("update trading_states set until = '2025-06-12T14:30:00Z'");
        assertThat(account().state()).isEqualTo("ACTIVE");
        assertThat(account().until()).isEmpty();
    }

    @Test
    @DisplayName("A-97: a snapshot of another day tells nothing about today's profit")
    void showsTheProfitOfTheDay() {
        run(
                """
                insert into equity_snapshots values
                    ('tiny', '2025-06-11T20:00:00Z', 1000, 1000, -50, 0, 0)
                """);
        assertThat(account().profit()).isEmpty();

        run(
                """
                insert into equity_snapshots values
                    ('tiny', '2025-06-12T14:25:00Z', 960, 700, 20, -60, 1)
                """);
        assertThat(account().profit().orElseThrow()).isEqualByComparingTo("-40");
    }

    private Frame.AccountLine account() {
        return frame().accounts().getFirst();
    }

    private Frame frame() {
        return new FrameReader(source, (_, _) -> List.of(), SettableClock.at(NOW.toString()))
                .read();
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
