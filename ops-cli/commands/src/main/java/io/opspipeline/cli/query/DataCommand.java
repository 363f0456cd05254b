package io.opspipeline.cli.query;

import io.opspipeline.cli.market.MarketMoment;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.cli.shell.Words;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.persistence.query.QueryException;
import io.opspipeline.persistence.query.QueryResult;
import io.opspipeline.persistence.query.ReadOnlyQueries;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows rows of the current database.
@Command(
        name = "data",
        description = "Shows rows of the last run: a named query, or SQL of your own (read only).",
        mixinStandardHelpOptions = true,
        footerHeading = "%nQueries:%n",
        footer = {
            "  trades, positions, signals, skips, dispatches, orders, features, telemetry,",
            "  watchlist, news, equity%n"
        })
public final class DataCommand implements Callable<Integer> {

    private static final int MOST_ROWS = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String SESSION = "ops-cli data";

    @Mixin private final Voice voice = new Voice();
    @Mixin private final Narrowing narrowing = new Narrowing();

    @ArgGroup(exclusive = true, multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Source source;

    @Option(names = "--limit", description = "most rows shown, default 50", paramLabel = "N")
    private int limit = 50;

    @Option(names = "--csv", description = "comma-separated values with a header")
    private boolean csv;

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
            throw refused("--limit: %d is out of range 1..%d".formatted(limit, MOST_ROWS));
        }
        if (csv && voice.isJson()) {
            throw refused("--csv and --json: choose one of them");
        }
        Optional<NamedQuery> named = Optional.ofNullable(source.named).map(DataCommand::named);
        if (named.isEmpty() && !narrowing.isEmpty()) {
            throw refused("--since, --ticker and --account narrow a --query; write a where clause");
        }
        DatabaseAddress database = Home.currentDatabase();
        String sql =
                named.map(query -> query.sql(conditions(query, database)))
                        .or(() -> Optional.ofNullable(source.custom))
                        .orElseThrow();
        Rows rows = new Rows(run(database, sql));
        if (csv) {
            rows.csv().forEach(voice.out()::println);
        } else {
            voice.answer(rows.objects(), _ -> rows.text());
        }
        return ExitCode.DONE;
    }

    private String conditions(NamedQuery query, DatabaseAddress database) {
        return narrowing.conditions(
                query,
                () ->
                        MarketMoment.read(
                                        JdbcClient.create(database.sessions(SESSION)),
                                        Home.time(voice))
                                .at());
    }

    private QueryResult run(DatabaseAddress database, String sql) {
        try {
            return new ReadOnlyQueries(database.sessions(SESSION), LONGEST, limit).run(sql);
        } catch (QueryException e) {
            throw refused("refused: " + e.getMessage());
        }
    }

    private static NamedQuery named(String name) {
        return NamedQuery.of(name)
                .orElseThrow(() ->
                        refused(
                                "--query: there is no '%s'%s; known: %s"
                                        .formatted(
                                                name,
                                                Words.hint(name, NamedQuery.labels()),
                                                String.join(", ", NamedQuery.labels()))));
    }

    private static CommandFailure refused(String message) {
        return new CommandFailure(ExitCode.BAD_INPUT, message);
    }
}
