package io.opspipeline.cli.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opspipeline.cli.Answer;
import io.opspipeline.cli.TradedHome;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

@ExtendWith(TradedHome.class)
class AlertsCommandTest {

    private JdbcClient jdbc;

    @BeforeEach
    void plant() {
        jdbc = JdbcClient.create(Home.currentDatabase().sessions("test"));
        sql(
                """
                insert into alerts values
                    ('planted old', 'CRITICAL', null, 'long ago', '2025-07-03T15:00:00Z'),
                    ('planted fire', 'CRITICAL', 'tiny', 'the house is on fire', '2025-07-03T20:19:00Z'),
                    ('planted fill', 'INFO', 'large', 'bought 2', '2025-07-03T20:19:01Z')
                """);
        sql("insert into alert_channels values ('LOG', 1), ('WEBHOOK', 1) on conflict do nothing");
        sql(
                """
                insert into alert_deliveries values
                    ('planted fire', 'LOG', 'DELIVERED', 1, now(), now(), null, now()),
                    ('planted fire', 'WEBHOOK', 'WAITING', 3, now(), now(), 'HTTP 500', null)
                """);
    }

    @AfterEach
    void clear() {
        sql("delete from alerts where event_id like 'planted %'");
        sql("delete from alert_channels");
    }

    @Test
    @DisplayName("A-120: alerts list shows alerts, newest first, and what each channel did")
    void listsAlerts() {
        Answer answer = Answer.of("alerts", "list", "--since", "1h", "--severity", "CRITICAL");

        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out().lines())
                .containsExactly(
                        "2025-07-03 16:19:00 CRITICAL tiny: the house is on fire",
                        "    LOG; WEBHOOK waits after 3 tries: HTTP 500",
                        "1 alerts");
    }

    @Test
    @DisplayName("A-116: alerts list answers in JSON")
    void listsAlertsAsJson() {
        JsonNode alerts = Answer.of("alerts", "list", "--since", "1h", "--json").json();

        assertThat(alerts.get(0).get("eventId").asString()).isEqualTo("planted fill");
        assertThat(alerts.get(0).get("deliveries").isEmpty()).isTrue();
        assertThat(alerts.get(1).get("deliveries").get(1).get("failure").asString())
                .isEqualTo("HTTP 500");
    }

    @Test
    @DisplayName("A-116: alerts refuses what it cannot use, and names it")
    void refusesBadInput() {
        assertThat(Answer.of("alerts").code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Answer.of("alerts", "list", "--since", "soon").errors())
                .containsExactly("--since: 'soon' is not a time such as 30m, 1h, 2d");
        assertThat(Answer.of("alerts", "list", "--since", "-1h").code())
                .isEqualTo(ExitCode.BAD_INPUT);
        Answer loud = Answer.of("alerts", "list", "--severity", "LOUD");
        assertThat(loud.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(loud.err()).contains("'LOUD'", "CRITICAL");
        assertThat(tested(Map.of("OPS_ALERT_SMTP_PORT", "25")).errors())
                .containsExactly("OPS_ALERT_SMTP_PORT is set without OPS_ALERT_SMTP_HOST");
        assertThat(tested(Map.of("OPS_RUN_MODE", "PAPPER")).code()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    @DisplayName("A-116: alerts test ends with 3 where only the log would hear")
    void tellsWhenNobodyWouldHear() {
        Answer answer = tested(Map.of());

        assertThat(answer.code()).isEqualTo(ExitCode.NOTHING_YET);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.errors()).singleElement().asString().contains("OPS_ALERT_WEBHOOK_URL");
    }

    @Test
    @DisplayName("A-120: alerts test tells by channel whether it was taken, 0 or 1")
    void testsEveryChannel() throws IOException {
        Answer good = testedAgainst(200);
        assertThat(good.code()).isEqualTo(ExitCode.DONE);
        assertThat(good.out().lines()).containsExactly("WEBHOOK  127.0.0.1: delivered");

        Answer bad = testedAgainst(500, "--json");
        assertThat(bad.code()).isEqualTo(ExitCode.FAILED);
        assertThat(bad.json().get(0).get("delivered").asBoolean()).isFalse();
        assertThat(bad.json().get(0).get("reason").asString()).isEqualTo("HTTP 500");
    }

    private static Answer testedAgainst(int status, String... options) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        try {
            return tested(
                    Map.of(
                            "OPS_ALERT_WEBHOOK_URL",
                            "http://127.0.0.1:%d/x".formatted(server.getAddress().getPort())),
                    options);
        } finally {
            server.stop(0);
        }
    }

    /// What the command says in an environment.
    private static Answer tested(Map<String, String> environment, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                new CommandLine(new AlertsTestCommand(environment))
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .setExecutionExceptionHandler((failure, line, _) -> {
                            line.getErr().println(failure.getMessage());
                            return ((CommandFailure) failure).exitCode();
                        })
                        .execute(options);
        return new Answer(code, out.toString(), err.toString());
    }

    private void sql(String statement) {
        jdbc.sql(statement).update();
    }
}
