package io.opspipeline.cli.query;

import io.opspipeline.cli.output.Json;
import io.opspipeline.cli.output.TextTable;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.persistence.query.QueryException;
import io.opspipeline.persistence.query.QueryResult;
import io.opspipeline.persistence.query.ReadOnlyQueries;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows rows of the current database.
@Command(
        name = "data",
        description = "Shows rows of the last run: a named query, or SQL of your own (read only).",
        mixinStandardHelpOptions = true,
        footerHeading = "%nQueries:%n",
        footer = {
            "  trades, positions, signals, skips, dispatches, orders, features, telemetry,",
            "  watchlist, news, equity"
        })
public final class DataCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @ArgGroup(exclusive = true, multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Source source;

    @Option(names = "--limit", description = "most rows shown, default 50", paramLabel = "N")
    private int limit = 50;

    private static final int MOST_ROWS = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Option(names = "--json", description = "one JSON array of objects")
    private boolean json;

    /// What to show.
    static final class Source {

        @Option(names = "--query", description = "a named query", paramLabel = "NAME")
        private @Nullable String named;

        @Option(names = "--custom", description = "one select statement", paramLabel = "SQL")
        private @Nullable String custom;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "--limit: %d is out of range 1..%d".formatted(limit, MOST_ROWS));
        }
        String sql =
                Optional.ofNullable(source.named)
                        .map(DataCommand::named)
                        .orElseGet(() -> Optional.ofNullable(source.custom).orElseThrow());
        show(run(sql));
        return ExitCode.DONE;
    }

    private QueryResult run(String sql) {
        try {
            return new ReadOnlyQueries(
                            Home.currentDatabase().sessions("ops-cli data"), LONGEST, limit)
                    .run(sql);
        } catch (QueryException refused) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "refused: " + refused.getMessage());
        }
    }

    private static String named(String name) {
        return NamedQuery.of(name)
                .map(NamedQuery::sql)
                .orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.BAD_INPUT,
                                "--query: there is no '%s'; known: %s"
                                        .formatted(name, String.join(", ", NamedQuery.labels()))));
    }

    private void show(QueryResult result) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(result.rows().stream().map(row -> object(result, row)).toList()));
            return;
        }
        TextTable table = new TextTable(result.columns());
        result.rows().forEach(table::row);
        out.println(table);
        out.println(
                result.isCut()
                        ? "%d rows shown, there are more; --limit shows them"
                                .formatted(result.rows().size())
                        : result.rows().size() + " rows");
    }

    private static Map<String, Optional<Object>> object(
            QueryResult result, List<Optional<String>> row) {
        Map<String, Optional<Object>> object = new LinkedHashMap<>();
        for (int column = 0; column < row.size(); column++) {
            object.put(result.columns().get(column), row.get(column).map(DataCommand::value));
        }
        return object;
    }

    /// The server prints everything as text; what reads as a number is one.
    private static Object value(String text) {
        return text.matches("-?\\d{1,18}(\\.\\d{1,18})?") ? new BigDecimal(text) : text;
    }
}
