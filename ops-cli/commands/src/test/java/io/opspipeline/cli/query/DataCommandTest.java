package io.opspipeline.cli.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.cli.Answer;
import io.opspipeline.cli.TradedHome;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.persistence.query.QueryException;
import io.opspipeline.persistence.query.ReadOnlyQueries;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(TradedHome.class)
class DataCommandTest {

    @ParameterizedTest
    @EnumSource(NamedQuery.class)
    @DisplayName("A-116: every named query runs, as text and as JSON")
    void runsEveryNamedQuery(NamedQuery query) {
        Answer text = Answer.of("data", "--query", query.label());
        Answer json = Answer.of("data", "--query", query.label(), "--json");

        assertThat(text.code()).isEqualTo(ExitCode.DONE);
        assertThat(text.out()).contains("rows");
        assertThat(text.err()).isEmpty();
        assertThat(json.code()).isEqualTo(ExitCode.DONE);
        assertThat(json.json().isArray()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = NamedQuery.class,
            names = {"POSITIONS", "NEWS", "WATCHLIST"},
            mode = EnumSource.Mode.EXCLUDE)
    void findsRowsOfTheTradedDay(NamedQuery query) {
        assertThat(Answer.of("data", "--query", query.label(), "--json").json().isEmpty())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(NamedQuery.class)
    void namesEveryQueryInItsHelp(NamedQuery query) {
        assertThat(Answer.of("data", "--help").out()).contains(query.label());
        assertThat(query.description()).isNotBlank();
    }

    @Test
    void printsNumbersAsNumbersAndAbsenceAsNull() {
        JsonNode row =
                Answer.of(
                                "data",
                                "--custom",
                                "select 1.50 as price, 'NVDA' as ticker, null as nothing",
                                "--json")
                        .json()
                        .get(0);

        assertThat(row.get("price").isNumber()).isTrue();
        assertThat(row.get("ticker").asString()).isEqualTo("NVDA");
        assertThat(row.get("nothing").isNull()).isTrue();
    }

    @ParameterizedTest
    @DisplayName("A-117, incident 85: custom SQL that writes, or is not one statement, is refused")
    @ValueSource(
            strings = {
                "delete from fills",
                "update accounts set enabled = false",
                "drop table fills",
                "select 1; select 2",
                "select 1; delete from fills",
                "with gone as (delete from fills returning *) select * from gone",
                "with new as (insert into alerts values ('a', 'INFO', null, 'b', '2025-01-01')"
                        + " returning *) select * from new",
                "select set_config('role', 'ops', false)",
                "set role ops",
                "explain analyze delete from fills",
                "select * from no_such_table",
                "",
            })
    void refusesToWrite(String sql) {
        JsonNode before = fills();

        Answer answer = Answer.of("data", "--custom", sql);

        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).startsWith("refused: ");
        assertThat(fills()).isEqualTo(before);
    }

    @Test
    @DisplayName("A-117: a statement that takes too long is cancelled")
    void cancelsALongStatement() {
        var queries =
                new ReadOnlyQueries(
                        Home.currentDatabase().sessions("test"), Duration.ofMillis(100), 10);

        assertThatThrownBy(() -> queries.run("select pg_sleep(30)"))
                .isInstanceOf(QueryException.class)
                .hasMessage("took longer than 100 ms");
    }

    @Test
    @DisplayName("A-117: rows are capped, and a cut says so")
    void capsRows() {
        String many = "select * from generate_series(1, 1000)";

        assertThat(Answer.of("data", "--custom", many).out())
                .contains("50 rows shown, there are more; --limit shows them");
        assertThat(Answer.of("data", "--custom", many, "--limit", "1000").out())
                .contains("1000 rows")
                .doesNotContain("there are more");
        assertThat(Answer.of("data", "--custom", many, "--limit", "7", "--json").json().size())
                .isEqualTo(7);
    }

    @Test
    @DisplayName("A-116: what data cannot use ends with 2 and a line that names it")
    void namesWhatItCannotUse() {
        refuses("--limit: 0 is out of range 1..10000", "--query", "trades", "--limit", "0");
        refuses("--limit: 10001 is out of range", "--query", "trades", "--limit", "10001");
        refuses(
                "--query: there is no 'trade'; did you mean 'trades'?; known: trades, positions,",
                "--query",
                "trade");
        refuses("mutually exclusive", "--query", "trades", "--custom", "select 1");
        refuses("Missing required argument");
    }

    private static void refuses(String message, String... words) {
        String[] command = new String[words.length + 1];
        command[0] = "data";
        System.arraycopy(words, 0, command, 1, words.length);

        Answer answer = Answer.of(command);

        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(answer.errors()).singleElement().asString().contains(message);
    }

    private static JsonNode fills() {
        return Answer.of("data", "--custom", "select * from fills order by fill_id", "--json")
                .json();
    }
}
