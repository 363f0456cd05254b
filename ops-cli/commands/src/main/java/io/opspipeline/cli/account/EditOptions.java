package io.opspipeline.cli.account;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.money.Money;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is to be changed of an account.
final class EditOptions {

    private static final int MOST = 1_000;
    private static final Money MOST_DOLLARS = Money.of("10000000");

    @Option(
            names = "--daily-loss",
            paramLabel = "USD",
            description = "the loss of one day that stops entries and closes what is held")
    private @Nullable String dailyLoss;

    @Option(
            names = "--positions",
            paramLabel = "N",
            description = "open and pending entries at once")
    private @Nullable String positions;

    @Option(names = "--entries", paramLabel = "N", description = "entries in one New York day")
    private @Nullable String entries;

    @Option(names = "--exposure", paramLabel = "USD", description = "dollars at work at once")
    private @Nullable String exposure;

    @Option(names = "--enable", description = "lets it enter")
    private boolean enable;

    @Option(names = "--disable", description = "stops its entries; exits go on")
    private boolean disable;

    /// True when something is to be changed.
    boolean isAny() {
        return enable
                || disable
                || Stream.of(dailyLoss, positions, entries, exposure)
                        .anyMatch(given -> given != null);
    }

    /// The account as it is to be.
    ///
    /// @throws CommandFailure with exit code 2 that names option and value
    Account on(Account account) {
        if (enable && disable) {
            throw bad("--enable and --disable: choose one of them");
        }
        AccountLimits now = account.limits();
        return new Account(
                account.id(),
                account.brokerNumber(),
                account.strategy(),
                account.tier(),
                account.actions(),
                account.cadence(),
                new AccountLimits(
                        dollars("--daily-loss", dailyLoss, now.dailyLoss()),
                        count("--positions", positions, now.maxPositions()),
                        count("--entries", entries, now.dailyEntries()),
                        dollars("--exposure", exposure, now.maxExposure())),
                enable || (account.enabled() && !disable));
    }

    private static int count(String option, @Nullable String given, int now) {
        if (given == null) {
            return now;
        }
        if (!given.matches("[0-9]{1,4}")
                || Integer.parseInt(given) < 1
                || Integer.parseInt(given) > MOST) {
            throw bad("%s: '%s' is no number from 1 to %d".formatted(option, given, MOST));
        }
        return Integer.parseInt(given);
    }

    private static Money dollars(String option, @Nullable String given, Money now) {
        if (given == null) {
            return now;
        }
        if (given.matches("[0-9]{1,8}([.][0-9]{1,2})?")) {
            Money amount = new Money(new BigDecimal(given));
            if (amount.isPositive() && !amount.exceeds(MOST_DOLLARS)) {
                return amount;
            }
        }
        throw bad(
                "%s: '%s' is no amount of dollars above 0 and up to %s, such as 750 or 99.50"
                        .formatted(option, given, MOST_DOLLARS));
    }

    private static CommandFailure bad(String message) {
        return new CommandFailure(ExitCode.BAD_INPUT, message);
    }
}
