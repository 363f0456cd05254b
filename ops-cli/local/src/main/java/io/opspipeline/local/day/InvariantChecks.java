package io.opspipeline.local.day;

import io.opspipeline.exchange.venue.Books;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Checks what must hold, the database against itself and against the exchange's own books.
public final class InvariantChecks {

    private final JdbcClient jdbc;
    private final Supplier<Books> books;

    /// @param source the database
    /// @param books the exchange's, read only when they are compared
    public InvariantChecks(DataSource source, Supplier<Books> books) {
        this.jdbc = JdbcClient.create(source);
        this.books = books;
    }

    /// When a statement must hold.
    public enum When {
        /// At every moment.
        ALWAYS,
        /// When nothing is under way: every signal was looked at, every event was heard. What is
        /// told of rows that never change is asked here too: it has been as true before.
        QUIET,
        /// After the close.
        CLOSED
    }

    private static final Map<When, String> AT_ONCE =
            Arrays.stream(When.values())
                    .collect(Collectors.toMap(Function.identity(), InvariantChecks::all));

    DayResult.Invariants check() {
        return new DayResult.Invariants(
                DatabaseInvariants.ALL.size() + BookChecks.STATEMENTS, broken(When.CLOSED));
    }

    /// What is broken now, one line each. All statements are asked in one.
    ///
    /// @param now what moment it is; the books are compared unless something is under way
    public List<String> broken(When now) {
        List<String> broken =
                new ArrayList<>(
                        jdbc.sql(Objects.requireNonNull(AT_ONCE.get(now)))
                                .query(String.class)
                                .list());
        if (now != When.ALWAYS) {
            broken.addAll(new BookChecks(jdbc, books.get()).broken());
        }
        return List.copyOf(broken);
    }

    private static String all(When now) {
        return DatabaseInvariants.ALL.stream()
                .filter(statement -> statement.when().compareTo(now) <= 0)
                .map(DatabaseInvariants.Statement::named)
                .collect(Collectors.joining(" union all "));
    }
}
