package io.opspipeline.cli.trading;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.Option;

/// `--wait[=TIME]`: stays until what was ordered is done.
final class WaitOption {

    private static final Duration LONGEST = Duration.ofHours(1);

    @Option(
            names = "--wait",
            arity = "0..1",
            fallbackValue = "5m",
            paramLabel = "TIME",
            description = {
                "stays until nothing is held and no order works there, at most so long (30s, 10m;"
                        + " alone: 5m), and tells what is left; exit code 1 when something is"
            })
    private @Nullable String wait;

    /// How long to stay at most; empty when it was not asked for.
    ///
    /// @throws CommandFailure with exit code 2 when that is no such time
    Optional<Duration> longest() {
        return Optional.ofNullable(wait).map(WaitOption::time);
    }

    private static Duration time(String text) {
        try {
            Duration time = DurationStyle.detectAndParse(text);
            if (time.isPositive() && time.compareTo(LONGEST) <= 0) {
                return time;
            }
        } catch (IllegalArgumentException _) {
            // told below, as what is out of range
        }
        throw new CommandFailure(
                ExitCode.BAD_INPUT,
                "--wait: '%s' is no time from 1s to 1h, such as 30s or 10m".formatted(text));
    }
}
