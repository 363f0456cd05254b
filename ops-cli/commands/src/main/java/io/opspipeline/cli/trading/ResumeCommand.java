package io.opspipeline.cli.trading;

import io.opspipeline.cli.shell.AccountOption;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.OperatorSession;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.domain.account.TradingState;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Allows entries again.
@Command(
        name = "resume",
        description = {
            "Allows entries again in all accounts or one: ends a halt, a flatten and the pauses of the",
            "breakers. The pause after the day's loss ends at the next session and not before: the",
            "account stays paused, and the exit code is 4."
        },
        mixinStandardHelpOptions = true)
public final class ResumeCommand implements Callable<Integer> {

    @Mixin private final Voice voice = new Voice();

    @Mixin private final AccountOption account = new AccountOption();

    @Override
    public Integer call() {
        try (var session = OperatorSession.ofCurrent("resume")) {
            var changes =
                    new TradingOrders(session)
                            .give(
                                    TradingOrder.RESUME,
                                    account.among(session.jdbc()),
                                    Optional.empty());
            voice.answer(
                    changes,
                    style ->
                            new OrderText(style, session.place())
                                    .lines(changes, "where accounts stand: ops-cli status"));
            return changes.stream().allMatch(change -> change.to() == TradingState.ACTIVE)
                    ? ExitCode.DONE
                    : ExitCode.REFUSED;
        }
    }
}
