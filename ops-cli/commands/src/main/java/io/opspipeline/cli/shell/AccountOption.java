package io.opspipeline.cli.shell;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Option;

/// `--account ID`: one account instead of all.
public final class AccountOption {

    @Option(names = "--account", paramLabel = "ID", description = "this account only")
    private @Nullable String account;

    /// What was named, whether there is such an account or not; empty for all.
    public Optional<String> given() {
        return Optional.ofNullable(account);
    }

    /// The account that was named; empty for all.
    ///
    /// @throws CommandFailure with exit code 2 when there is no such account
    public Optional<String> among(JdbcClient jdbc) {
        if (account == null) {
            return Optional.empty();
        }
        List<String> known =
                jdbc.sql("select account_id from accounts order by account_id")
                        .query(String.class)
                        .list();
        if (!known.contains(account)) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "--account: there is no '%s'%s; known: %s"
                            .formatted(
                                    account, Words.hint(account, known), String.join(", ", known)));
        }
        return Optional.of(account);
    }
}
