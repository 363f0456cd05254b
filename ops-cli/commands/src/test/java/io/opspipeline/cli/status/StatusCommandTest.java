package io.opspipeline.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.Answer;
import io.opspipeline.cli.TradedHome;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.runtime.build.BuildId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(TradedHome.class)
class StatusCommandTest {

    @Test
    @DisplayName("A-115: status tells mode, build, market, accounts, jobs and signals as JSON")
    void tellsWhereThingsStandAsJson() {
        Answer answer = Answer.of("status", "--json");
        JsonNode status = answer.json();

        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(status.get("mode").asString()).isEqualTo("SIMULATED");
        assertThat(status.get("marketOpen").asBoolean()).isFalse();
        assertThat(status.get("newestBar").asString()).isEqualTo("2025-07-03T16:59:00Z");
        assertThat(status.get("problems").isEmpty()).isTrue();
        assertThat(status.get("accounts"))
                .extracting(account -> account.get("account").asString())
                .containsExactly("large", "tiny");
        assertThat(status.get("accounts").get(0).get("maxPositions").asInt()).isEqualTo(5);
        assertThat(status.get("jobs"))
                .extracting(job -> job.get("job").asString())
                .contains("TELEMETRY", "FEATURES", "SIGNALS", "DISPATCHER", "POSITION_MANAGER");
        assertThat(status.get("signals").isEmpty()).isFalse();
        assertThat(status.get("skips").isEmpty()).isFalse();
        assertThat(status.get("heartbeats").isEmpty()).isFalse();
    }

    @Test
    @DisplayName("A-16: status shows the build that is running")
    void showsTheBuild() {
        assertThat(Answer.of("status", "--json").json().get("build").asString())
                .isEqualTo(BuildId.current().value());
    }

    @Test
    @DisplayName("A-112, A-115: status shows each job's age beside when it is due")
    void tellsTheSameToPeople() {
        Answer answer = Answer.of("status");

        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains("SIMULATED", "build ", "closed, newest bar 2025-07-03 12:59:00")
                .contains("large", "tiny", "loss limit", "exposure")
                .contains("position-manager", "every 1m", "every 5m", "at 15:50")
                .contains("last signals", "why not: ");
    }

    @Test
    @DisplayName("A-115: status ends with 1 while something is not well, and says what")
    void endsWithOneWhileSomethingIsNotWell() {
        planted(
                """
                insert into alerts values ('planted', 'CRITICAL', 'tiny', 'the house is on fire',
                    '2025-07-03T20:00:00Z')
                """,
                "not well: the house is on fire");
        planted(
                """
                insert into health_conditions values ('stream-dead', 'large', 'large', 'CRITICAL',
                    'the stream is dead', '2025-07-03T15:00:00Z')
                """,
                "not well: the stream is dead");
    }

    @Test
    @DisplayName("A-120, A-115: status tells which alert reached nobody, and why")
    void tellsOfUndeliveredAlerts() {
        planted(
                """
                insert into alerts values ('planted', 'INFO', 'tiny', 'bought 2',
                    '2025-07-03T20:00:00Z');
                insert into alert_channels values ('MAIL', 1);
                insert into alert_deliveries values ('planted', 'MAIL', 'WAITING', 2,
                    '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'ConnectException', null)
                """,
                "not well: MAIL has not taken after 2 tries (ConnectException): bought 2");
    }

    @Test
    @DisplayName("A-115: a CRITICAL alert of long ago does not keep status red")
    void forgetsWhatIsLongOver() {
        JdbcClient jdbc = jdbc();
        jdbc.sql(
                        """
                        insert into alerts values ('planted', 'CRITICAL', 'tiny', 'it was on fire',
                            '2025-07-03T15:00:00Z');
                        insert into health_conditions values ('stream-dead', 'large', 'large',
                            'CRITICAL', 'it was dead', '2025-07-03T15:00:00Z', '2025-07-03T15:01:00Z')
                        """)
                .update();
        try {
            assertThat(Answer.of("status").out()).doesNotContain("not well");
        } finally {
            clear(jdbc);
        }
    }

    private static void planted(String rows, String line) {
        JdbcClient jdbc = jdbc();
        jdbc.sql(rows).update();
        try {
            Answer answer = Answer.of("status");

            assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
            assertThat(answer.out()).contains(line);
        } finally {
            clear(jdbc);
        }
    }

    private static void clear(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        delete from alerts where event_id = 'planted';
                        delete from alert_channels;
                        delete from health_conditions;
                        delete from heartbeats where service = 'healthcheck'
                        """)
                .update();
    }

    private static JdbcClient jdbc() {
        return JdbcClient.create(Home.currentDatabase().sessions("test"));
    }
}
