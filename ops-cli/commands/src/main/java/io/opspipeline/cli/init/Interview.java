package io.opspipeline.cli.init;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.probe.Probed;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.local.broker.BrokerAccess;
import io.opspipeline.local.broker.HomeBroker;
import io.opspipeline.local.setup.AccountProposal;
import io.opspipeline.local.setup.FeedProposal;
import io.opspipeline.local.setup.HomeWriter;
import io.opspipeline.local.setup.OperatorUniverse;
import io.opspipeline.local.setup.SetupRefused;
import java.io.BufferedReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Asks a person and the broker what is to be written. Nothing is written here.
final class Interview {

    private static final int TRIES = 3;
    private static final int UNAUTHORIZED = 401;
    private static final String USUAL_NAME = "large";

    private final HomeBroker broker;
    private final BrokerAccess access;
    private final InitOptions options;
    private final Prompt prompt;
    private final Optional<BufferedReader> input;

    /// @param access the broker, with the keys that are known before
    /// @param input where keys come from; empty when they do not come that way
    Interview(
            HomeBroker broker,
            BrokerAccess access,
            InitOptions options,
            Prompt prompt,
            Optional<BufferedReader> input) {
        this.broker = broker;
        this.access = access;
        this.options = options;
        this.prompt = prompt;
        this.input = input;
    }

    /// What is to be written.
    ///
    /// @param settings broker settings that are to be written beside the feeds
    /// @throws CommandFailure when what was given cannot be used
    /// @throws SetupRefused when the broker's answers do not allow it
    Plan plan(HomeWriter home, Map<String, String> settings) {
        NavigableSet<Ticker> wished = options.symbols();
        FeedProposal.Wishes feeds = options.feeds();
        Optional<AccountId> id = account(home);
        Optional<Plan.Registered> registered = id.map(account -> registered(home, account));
        Map<AccountId, AlpacaCredentials> keys = new TreeMap<>(known());
        registered.ifPresent(one -> keys.put(one.proposal().row().id(), one.keys()));
        if (keys.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "no account has keys yet: say --account NAME");
        }
        AccountId asks = keys.keySet().iterator().next();
        try (AlpacaClients clients = clients(AlpacaKeys.fixed(keys, asks))) {
            return new Plan(
                    registered,
                    feeds(clients, asks, feeds),
                    settings,
                    symbols(clients, home, wished),
                    new AlertChannels(broker.home(), broker.environment(), prompt).wanted());
        }
    }

    private Optional<AccountId> account(HomeWriter home) {
        if (options.account().isPresent() || !home.accounts().isEmpty()) {
            return options.account();
        }
        String name =
                prompt.line("name of the account [%s]: ".formatted(USUAL_NAME))
                        .orElseThrow(() ->
                                new CommandFailure(
                                        ExitCode.BAD_INPUT,
                                        "no account is registered yet: say --account NAME"));
        return Optional.of(InitOptions.accountId(name.isBlank() ? USUAL_NAME : name.strip()));
    }

    private Plan.Registered registered(HomeWriter home, AccountId id) {
        boolean anew = options.newKeys();
        for (int tried = 1; ; tried++) {
            AlpacaCredentials keys = new KeyIntake(broker, prompt, input, anew).of(id);
            try {
                BrokerAccount seen = seen(id, keys);
                requireOwn(home, id, keys);
                AccountProposal.Wishes wishes =
                        options.wishes(home.account(id).isEmpty() ? strategy() : Optional.empty());
                return new Plan.Registered(
                        AccountProposal.of(id, seen, home.account(id), wishes),
                        keys,
                        foreign(home, id, keys));
            } catch (KeysRefused refused) {
                boolean asked =
                        prompt.line(refused.getMessage() + "; press Enter to give others")
                                .isPresent();
                if (!asked || tried == TRIES || input.isPresent()) {
                    throw new SetupRefused(String.valueOf(refused.getMessage()));
                }
                anew = true;
            }
        }
    }

    /// What the account holds at the broker and no position of ours is.
    private List<BrokerPosition> foreign(HomeWriter home, AccountId id, AlpacaCredentials keys) {
        Set<String> ours = home.heldSymbols(id);
        try (AlpacaClients clients = clients(AlpacaKeys.fixed(Map.of(id, keys), id))) {
            return clients.books().positions(id).stream()
                    .filter(position -> !ours.contains(position.instrument().symbol()))
                    .toList();
        }
    }

    /// The secrets file has one pair for each name, whatever the mode.
    private void requireOwn(HomeWriter home, AccountId id, AlpacaCredentials keys) {
        home.otherOwner(id, keys)
                .ifPresent(owner -> {
                    throw new CommandFailure(
                            ExitCode.BAD_INPUT,
                            "--account: the keys of account %s are kept for %s, and these would replace them; say --account with another name, or use another OPS_HOME for %s"
                                    .formatted(id, owner, broker.mode()));
                });
    }

    private Optional<Strategy> strategy() {
        if (!options.isWithoutStrategy()) {
            return Optional.empty();
        }
        return prompt.line("strategy, SWING (7 to 30 days) or DAY (0 to 1 day) [SWING]: ")
                .map(answer -> answer.isBlank() ? Strategy.SWING.name() : answer.strip())
                .map(answer ->
                        Arrays.stream(Strategy.values())
                                .filter(each -> each.name().equals(answer.toUpperCase(Locale.ROOT)))
                                .findFirst()
                                .orElseThrow(() ->
                                        new CommandFailure(
                                                ExitCode.BAD_INPUT,
                                                "strategy must be SWING or DAY, was '%s'"
                                                        .formatted(answer))));
    }

    private BrokerAccount seen(AccountId id, AlpacaCredentials keys) throws KeysRefused {
        try (AlpacaClients clients = clients(AlpacaKeys.fixed(Map.of(id, keys), id))) {
            return switch (clients.probe().account(id)) {
                case Probed.Found<BrokerAccount>(BrokerAccount account, _) -> account;
                case Probed.Refused<BrokerAccount>(int status, String words)
                        when status == UNAUTHORIZED ->
                        throw new KeysRefused(
                                "the broker refuses these keys of account %s (%d: %s)"
                                        .formatted(id, status, words));
                case Probed.Refused<BrokerAccount>(int status, String words) ->
                        throw new SetupRefused(
                                "the broker refuses account %s: %d: %s; are these keys for %s?"
                                        .formatted(id, status, words, broker.mode()));
                case Probed.OneTooMany<BrokerAccount>(String words, var resetsAt) ->
                        throw new SetupRefused(
                                "too many requests until %s: %s".formatted(resetsAt, words));
                case Probed.Unanswered<BrokerAccount>(String reason) ->
                        throw new SetupRefused(
                                "no answer from %s: %s"
                                        .formatted(access.settings().tradingUrl(), reason));
            };
        }
    }

    private Optional<FeedProposal> feeds(
            AlpacaClients clients, AccountId asks, FeedProposal.Wishes wished) {
        Map<String, String> stored = broker.values();
        Optional<String> stocks = Optional.ofNullable(stored.get("alpaca.stock-feed"));
        Optional<String> chains = Optional.ofNullable(stored.get("alpaca.option-feed"));
        if (!wished.isAny() && stocks.isPresent() && chains.isPresent()) {
            return Optional.empty();
        }
        var wishes =
                new FeedProposal.Wishes(
                        wished.stocks().or(() -> stocks), wished.options().or(() -> chains));
        return Optional.of(
                FeedProposal.of(
                        clients.probe(), asks, broker.mode(), wishes, access.clock().instant()));
    }

    private static NavigableSet<Ticker> symbols(
            AlpacaClients clients, HomeWriter home, NavigableSet<Ticker> wished) {
        NavigableSet<Ticker> tickers =
                wished.isEmpty() && home.isWithoutUniverse() ? OperatorUniverse.standard() : wished;
        if (!tickers.isEmpty()) {
            OperatorUniverse.requireOptions(clients.marketData(), tickers);
        }
        return tickers;
    }

    private Map<AccountId, AlpacaCredentials> known() {
        Map<AccountId, AlpacaCredentials> known = new TreeMap<>();
        for (AccountId id : broker.keys().accounts()) {
            broker.keys().of(id).map(Supplier::get).ifPresent(keys -> known.put(id, keys));
        }
        return known;
    }

    private AlpacaClients clients(AlpacaKeys keys) {
        return new BrokerAccess(access.mode(), access.settings(), keys, access.clock()).clients();
    }

    /// Other keys may be taken.
    private static final class KeysRefused extends Exception {

        private static final long serialVersionUID = 1L;

        KeysRefused(String message) {
            super(message);
        }
    }
}
