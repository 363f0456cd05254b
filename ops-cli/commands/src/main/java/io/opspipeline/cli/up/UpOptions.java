package io.opspipeline.cli.up;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.MarketOptions;
import io.opspipeline.local.up.UpRequest;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What is to be run, as options of a command.
final class UpOptions {

    @Option(
            names = "--broker",
            paramLabel = "NAME",
            description =
                    "simulated (default): an exchange on this machine; paper: your paper accounts;"
                            + " live: real money")
    private String broker = "simulated";

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "how fast the simulated exchange's time runs; default 1, at most 600")
    private @Nullable Double speed;

    @Option(names = "--i-understand-this-is-real-money", description = "needed with --broker live")
    private boolean realMoney;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private MarketOptions market;

    /// The request that they make.
    ///
    /// @throws CommandFailure naming the option that cannot be used
    UpRequest request() {
        try {
            RunMode mode = RunMode.of(broker);
            if (mode == RunMode.LIVE && !realMoney) {
                throw new CommandFailure(
                        ExitCode.REFUSED,
                        "--broker live trades real money; confirm with"
                                + " --i-understand-this-is-real-money");
            }
            return new UpRequest(mode, realMoney, speed == null ? 1 : speed, market.request());
        } catch (SettingsException _) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "--broker: unknown broker '%s'; known: simulated, paper, live"
                            .formatted(broker));
        } catch (IllegalArgumentException failure) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--speed: " + failure.getMessage());
        }
    }

    /// The names of those given that say how a simulated exchange trades.
    List<String> ofExchange() {
        List<String> names = new ArrayList<>(market.names());
        if (speed != null) {
            names.add("--speed");
        }
        return names;
    }

    /// The options again, for the supervisor.
    List<String> words() {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("--broker", broker));
        if (speed != null) {
            words.addAll(List.of("--speed", Double.toString(speed)));
        }
        if (realMoney) {
            words.add("--i-understand-this-is-real-money");
        }
        words.addAll(market.words());
        return words;
    }

    /// What the exchange's process must know.
    List<String> marketWords() {
        return market.words();
    }
}
