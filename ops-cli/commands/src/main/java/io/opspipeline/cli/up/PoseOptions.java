package io.opspipeline.cli.up;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.pose.DataPlan;
import io.opspipeline.exchange.pose.Pose;
import io.opspipeline.exchange.venue.OpeningAccount;
import io.opspipeline.local.day.LocalAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The problems that the exchange poses, as options of a command. Each may be given with any other.
final class PoseOptions {

    private static final int MOST_REQUESTS = 10_000;

    @Option(
            names = "--account-number",
            paramLabel = "ACCOUNT=NUMBER",
            description = "shows an account under another number, such as large=PA3X")
    private Map<String, String> numbers = new LinkedHashMap<>();

    @Option(
            names = "--options-level",
            paramLabel = "ACCOUNT=LEVEL",
            description = "the options level of an account, 0 to 3; default 2")
    private Map<String, Integer> levels = new LinkedHashMap<>();

    @Option(
            names = "--trading-blocked",
            paramLabel = "ACCOUNT",
            description = "takes no order of an account")
    private List<String> blocked = new ArrayList<>();

    @Option(names = "--no-sip", description = "without the subscription for sip: 403")
    private boolean noSip;

    @Option(names = "--no-opra", description = "without the signed OPRA agreement: 403")
    private boolean noOpra;

    @Option(
            names = "--requests-per-minute",
            paramLabel = "N",
            description = "answers 429 to each account's further requests of a minute")
    private @Nullable Integer requests;

    @Option(
            names = "--clock-skew",
            paramLabel = "DURATION",
            description = "how far the clock it tells is ahead, such as PT90S; may be negative")
    private Duration skew = Duration.ZERO;

    /// The pose that they make.
    ///
    /// @throws CommandFailure naming the option that cannot be used
    Pose pose() {
        List<OpeningAccount> accounts =
                LocalAccount.ALL.stream().map(LocalAccount::opening).toList();
        checkAccounts(accounts);
        DataPlan plan = noSip ? DataPlan.FULL.withoutSip() : DataPlan.FULL;
        return new Pose(
                accounts.stream().map(this::posed).toList(),
                noOpra ? plan.withoutOpra() : plan,
                requests == null ? OptionalInt.empty() : OptionalInt.of(checked(requests)),
                skew);
    }

    private OpeningAccount posed(OpeningAccount account) {
        String name = account.id().value();
        try {
            OpeningAccount numbered =
                    account.withNumber(numbers.getOrDefault(name, account.number()));
            OpeningAccount levelled =
                    numbered.withOptionsLevel(levels.getOrDefault(name, account.optionsLevel()));
            return blocked.contains(name) ? levelled.withTradingBlocked() : levelled;
        } catch (IllegalArgumentException failure) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "--options-level: " + failure.getMessage());
        }
    }

    private void checkAccounts(List<OpeningAccount> accounts) {
        List<String> known =
                accounts.stream().map(OpeningAccount::id).map(AccountId::value).toList();
        Stream.of(numbers.keySet(), levels.keySet(), blocked)
                .flatMap(names -> names.stream())
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new CommandFailure(
                            ExitCode.BAD_INPUT,
                            "the exchange has no account '%s'; it has %s".formatted(name, known));
                });
    }

    private static int checked(int requests) {
        if (requests < 1 || requests > MOST_REQUESTS) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "--requests-per-minute: must be 1 to %d, was %d"
                            .formatted(MOST_REQUESTS, requests));
        }
        return requests;
    }
}
