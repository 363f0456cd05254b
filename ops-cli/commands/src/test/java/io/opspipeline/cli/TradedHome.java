package io.opspipeline.cli;

import io.opspipeline.cli.shell.Home;
import io.opspipeline.local.postgres.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// A home folder in which a half day (the eve of Independence Day) has been traded by the `demo`
/// command: once for all tests of this module.
public final class TradedHome implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(TradedHome.class);

    /// What the home answered.
    ///
    /// @param fresh what `status`, `why` and `data` said before anything was traded
    /// @param demo what the trading command said
    public record Past(List<Answer> fresh, Answer demo) implements AutoCloseable {

        private static Past lived() {
            clear(Home.folder());
            List<Answer> fresh =
                    List.of(
                            Answer.of("status"),
                            Answer.of("why", "NVDA"),
                            Answer.of("data", "--query", "trades"));
            return new Past(
                    fresh,
                    Answer.of("demo", "--day", "2025-07-03", "--symbols", "AMD,NVDA", "--json"));
        }

        @Override
        public void close() {
            LocalPostgres.in(Home.folder()).stop();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        past(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Past.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return past(context);
    }

    private static Past past(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Past.class, _ -> Past.lived(), Past.class);
    }

    /// Removes what an earlier run of these tests has left.
    private static void clear(Path home) {
        if (!Files.exists(home)) {
            return;
        }
        LocalPostgres.in(home).stop();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
