package io.opspipeline.cli.demo;

import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.report.Report;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.MarketOptions;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.local.day.BadRequestException;
import io.opspipeline.local.day.DayResult;
import io.opspipeline.local.day.TradingDay;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.runtime.setting.SettingsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Trades one market day on this machine.
@Command(
        name = "demo",
        description = {
            "Trades one market day on this machine: real services, a real PostgreSQL, and a",
            "simulated exchange. No account, no key, no network."
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    @Mixin private final Voice voice = new Voice();

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private MarketOptions options;

    @Override
    public Integer call() {
        Style style = voice.isJson() ? Style.plain() : voice.style();
        try (TradingDay trading = TradingDay.open(Home.folder(), options.request())) {
            DayResult result = traded(trading, style);
            Path report = Report.write(trading.source(), result, trading.market(), Home.folder());
            voice.answer(result, shown -> new DemoSummary(shown).lines(result, trading, report));
            tellOfRunThatIsUp();
            return result.invariants().broken().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        } catch (BadRequestException | SettingsException e) {
            throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()));
        }
    }

    private void tellOfRunThatIsUp() {
        if (LocalPostgres.in(Home.folder()).isHeldByAnother()) {
            voice.err().println("a run is up: status, data and the others go on to show that one");
        }
    }

    private DayResult traded(TradingDay trading, Style style) {
        try (DemoScreen screen = DemoScreen.open(trading, style, voice.isJson())) {
            screen.started(trading);
            return trading.trade(screen);
        }
    }
}
