package io.opspipeline.cli.trading;

import io.opspipeline.cli.shell.AccountOption;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.OperatorSession;
import io.opspipeline.cli.shell.Voice;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Stops entries.
@Command(
        name = "halt",
        description = {
            "Stops entries in all accounts or one, at once: working entries are cancelled, no new ones",
            "are made, until resume. Exits go on."
        },
        mixinStandardHelpOptions = true)
public final class HaltCommand implements Callable<Integer> {

    @Mixin private final Voice voice = new Voice();

    @Mixin private final AccountOption account = new AccountOption();

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for those who read it")
    private @Nullable String reason;

    @Override
    public Integer call() {
        try (var session = OperatorSession.ofCurrent("halt")) {
            var changes =
                    new TradingOrders(session)
                            .give(
                                    TradingOrder.HALT,
                                    account.among(session.jdbc()),
                                    Optional.ofNullable(reason));
            voice.answer(
                    changes,
                    style ->
                            new OrderText(style, session.place())
                                    .lines(changes, "entries again with: ops-cli resume"));
            return ExitCode.DONE;
        }
    }
}
