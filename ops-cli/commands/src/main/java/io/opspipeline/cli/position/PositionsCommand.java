package io.opspipeline.cli.position;

import io.opspipeline.cli.market.MarketMoment;
import io.opspipeline.cli.shell.AccountOption;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.ReadSession;
import io.opspipeline.cli.shell.Voice;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Shows what is held.
@Command(
        name = "positions",
        description = {
            "Shows what is held: quantity, entry, mark and its age, profit before fees, stop, target,",
            "peak, state and the nearest exit; then the orders at work."
        },
        mixinStandardHelpOptions = true)
public final class PositionsCommand implements Callable<Integer> {

    @Mixin private final Voice voice = new Voice();
    @Mixin private final AccountOption account = new AccountOption();

    @Override
    public Integer call() {
        try (ReadSession session = ReadSession.ofCurrent("positions")) {
            JdbcClient jdbc = session.jdbc();
            MarketMoment now = MarketMoment.read(jdbc, Home.time(voice));
            Held held = new HeldReader(jdbc).read(now, account.among(jdbc));
            voice.answer(held, _ -> HeldText.lines(held));
            return ExitCode.DONE;
        }
    }
}
