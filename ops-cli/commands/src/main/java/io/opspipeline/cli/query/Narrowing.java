package io.opspipeline.cli.query;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Since;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Ticker;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which rows of a named query are wanted. What people type is checked before it becomes a part of
/// the statement.
final class Narrowing {

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Since.Converter.class,
            description = "from then on, in market time: 5m, 1h, 2d, 10:30 or 2025-06-12")
    private @Nullable Since since;

    @Option(names = "--ticker", paramLabel = "TICKER", description = "about this stock")
    private @Nullable String ticker;

    @Option(names = "--account", paramLabel = "ID", description = "of this account")
    private @Nullable String account;

    /// True when nothing was typed.
    boolean isEmpty() {
        return since == null && ticker == null && account == null;
    }

    /// Conditions that begin with `and`, or nothing.
    ///
    /// @param now market time, asked for when it is needed
    /// @throws CommandFailure when the query cannot be narrowed so
    String conditions(NamedQuery query, Supplier<Optional<Instant>> now) {
        var columns = query.columns();
        return Optional.ofNullable(since)
                        .flatMap(from -> now.get().map(from::from))
                        .map(start -> " and %s >= '%s'".formatted(columns.time(), start))
                        .orElse("")
                + equal(query, "--ticker", ticker, columns.ticker(), Narrowing::symbol)
                + equal(query, "--account", account, columns.account(), Narrowing::account);
    }

    private static String equal(
            NamedQuery query,
            String option,
            @Nullable String value,
            Optional<String> column,
            UnaryOperator<String> checked) {
        if (value == null) {
            return "";
        }
        if (column.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "%s: '%s' cannot be narrowed by it".formatted(option, query.label()));
        }
        try {
            return " and %s = '%s'".formatted(column.get(), checked.apply(value));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "%s: '%s': %s".formatted(option, value, e.getMessage()));
        }
    }

    private static String symbol(String text) {
        return Ticker.of(text.toUpperCase(Locale.ROOT)).symbol();
    }

    private static String account(String text) {
        return new AccountId(text).value();
    }
}
