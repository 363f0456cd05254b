package io.opspipeline.cli.init;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.local.setup.AccountProposal;
import io.opspipeline.local.setup.FeedProposal;
import io.opspipeline.runtime.setting.RunMode;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is asked of `init`.
final class InitOptions {

    /// Brokers that keep something.
    enum Kept {
        paper,
        live
    }

    @Option(
            names = "--broker",
            paramLabel = "NAME",
            description = "paper (default) or live: real money")
    private Kept broker = Kept.paper;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            description = "registers an account under this name, such as large, or changes it")
    private @Nullable String account;

    @Option(
            names = "--strategy",
            paramLabel = "KIND",
            description = "how the account trades: ${COMPLETION-CANDIDATES}; a new one needs it")
    private @Nullable Strategy strategy;

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            description =
                    "its size class, which sets its limits: ${COMPLETION-CANDIDATES}; default: by its"
                            + " equity")
    private @Nullable Tier tier;

    @Option(
            names = "--new-account-number",
            description = "lets a known account get another number of the broker")
    private boolean newNumber;

    @Option(
            names = "--new-keys",
            description = "asks for keys although there are some, when keys were made anew")
    private boolean newKeys;

    @Option(
            names = "--keys-from-stdin",
            description = "reads key id and secret key as two lines from standard input")
    private boolean keysFromInput;

    @Option(
            names = "--stock-feed",
            paramLabel = "FEED",
            description = "sip or iex; default: the best that the plan gives")
    private @Nullable String stockFeed;

    @Option(
            names = "--option-feed",
            paramLabel = "FEED",
            description = "opra or indicative; default: the best that the plan gives")
    private @Nullable String optionFeed;

    @Option(
            names = "--symbols",
            split = ",",
            paramLabel = "TICKER",
            description = "follows these, separated by commas; default: 28 large companies")
    private List<String> symbols = List.of();

    @Option(
            names = "--adopt",
            description =
                    "with --yes: what the account holds at the broker may be adopted, and sold by the"
                            + " exits of its strategy")
    private boolean adopt;

    @Option(names = "--yes", description = "does not ask before it writes")
    private boolean yes;

    RunMode mode() {
        return broker == Kept.live ? RunMode.LIVE : RunMode.PAPER;
    }

    /// The account that is asked for.
    ///
    /// @throws CommandFailure when it cannot be a name
    Optional<AccountId> account() {
        return Optional.ofNullable(account).map(InitOptions::accountId);
    }

    /// An account of a name.
    ///
    /// @throws CommandFailure when it cannot be one
    static AccountId accountId(String name) {
        try {
            return new AccountId(name);
        } catch (IllegalArgumentException failure) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--account: " + failure.getMessage());
        }
    }

    AccountProposal.Wishes wishes(Optional<Strategy> otherwise) {
        return new AccountProposal.Wishes(
                Optional.ofNullable(strategy).or(() -> otherwise),
                Optional.ofNullable(tier),
                newNumber);
    }

    boolean isWithoutStrategy() {
        return strategy == null;
    }

    boolean newKeys() {
        return newKeys;
    }

    boolean keysFromInput() {
        return keysFromInput;
    }

    /// The feeds that are asked for.
    ///
    /// @throws CommandFailure naming one that does not exist
    FeedProposal.Wishes feeds() {
        return new FeedProposal.Wishes(
                feed("--stock-feed", stockFeed, List.of("sip", "iex")),
                feed("--option-feed", optionFeed, List.of("opra", "indicative")));
    }

    /// The tickers that are asked for.
    ///
    /// @throws CommandFailure naming one that cannot be a ticker
    NavigableSet<Ticker> symbols() {
        NavigableSet<Ticker> tickers = new TreeSet<>();
        for (String symbol : symbols) {
            try {
                tickers.add(Ticker.of(symbol.strip()));
            } catch (IllegalArgumentException failure) {
                throw new CommandFailure(
                        ExitCode.BAD_INPUT,
                        "--symbols: '%s': %s".formatted(symbol, failure.getMessage()));
            }
        }
        return tickers;
    }

    boolean adopt() {
        return adopt;
    }

    boolean yes() {
        return yes;
    }

    private static Optional<String> feed(
            String option, @Nullable String given, List<String> known) {
        if (given != null && !known.contains(given)) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "%s: unknown feed '%s'; known: %s".formatted(option, given, known));
        }
        return Optional.ofNullable(given);
    }
}
