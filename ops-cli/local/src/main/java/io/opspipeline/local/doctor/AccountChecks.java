package io.opspipeline.local.doctor;

import io.opspipeline.alpaca.probe.Probed;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.runtime.setting.RunMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Whether one account can trade at the broker.
///
/// @param id whose
/// @param registered its row; empty when the database could not be read
/// @param broker asks the broker
record AccountChecks(AccountId id, Optional<Account> registered, BrokerAnswers broker) {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int LONG_OPTIONS = 2;

    List<Check> checks() {
        String keys = newKeys();
        return List.of(
                Check.of("keys-present", id, keys, this::keysPresent),
                Check.of("keys-accepted", id, keys, this::keysAccepted),
                Check.of("account-number", id, sameAccount(), this::number),
                Check.of("account-status", id, dashboard(), () -> judged(this::status)),
                Check.of("options-level", id, level(), () -> judged(this::level)),
                Check.of("buying-power", id, dashboard(), () -> judged(this::buyingPower)));
    }

    private Finding keysPresent() {
        return broker.access().keys().of(id).isPresent()
                ? Finding.pass("key and secret are there")
                : Finding.fail("no key and secret", newKeys());
    }

    private Finding keysAccepted() {
        if (!broker.hasKeys(id)) {
            return Finding.skipped("there are none, see keys-present");
        }
        return switch (broker.account(id)) {
            case Probed.Found<BrokerAccount> _ -> Finding.pass("the broker takes them");
            case Probed.Refused<BrokerAccount>(int status, String words) ->
                    Finding.fail(status + ": " + words, refusedKeys(status));
            case Probed.OneTooMany<BrokerAccount> _ ->
                    Finding.skipped("too many requests, see request-limit");
            case Probed.Unanswered<BrokerAccount>(String reason) ->
                    Finding.fail(reason, unanswered());
        };
    }

    private Finding number() {
        return registered
                .map(account -> judged(seen -> number(account, seen)))
                .orElseGet(() -> Finding.skipped("no registered number to compare, see accounts"));
    }

    private Finding number(Account account, BrokerAccount seen) {
        return seen.number().equals(account.brokerNumber())
                ? Finding.pass("is " + seen.number() + ", as registered")
                : Finding.fail(
                        "the broker's is %s, registered is %s"
                                .formatted(seen.number(), account.brokerNumber()),
                        sameAccount());
    }

    private Finding status(BrokerAccount seen) {
        String observed = seen.status() + (seen.blocked() ? ", trading is blocked" : "");
        return seen.mayTrade() ? Finding.pass(observed) : Finding.fail(observed, dashboard());
    }

    private Finding level(BrokerAccount seen) {
        return seen.optionsLevel() >= LONG_OPTIONS
                ? Finding.pass("level " + seen.optionsLevel())
                : Finding.fail(
                        "level %d, buying calls and puts needs 2".formatted(seen.optionsLevel()),
                        level());
    }

    private Finding buyingPower(BrokerAccount seen) {
        String observed =
                "options buying power %s of equity %s"
                        .formatted(seen.optionsBuyingPower(), seen.equity());
        if (!seen.optionsBuyingPower().isPositive()) {
            return Finding.warn(observed, "nothing can be bought until there is some");
        }
        Tier today = Tier.of(seen.equity());
        return registered
                .filter(account -> today.compareTo(account.tier()) > 0)
                .map(account ->
                        Finding.warn(
                                observed + ", registered as " + account.tier(),
                                "it trades as registered; raise it with: "
                                        + init()
                                        + " --tier "
                                        + today))
                .orElseGet(() -> Finding.pass(observed));
    }

    private Finding judged(Function<BrokerAccount, Finding> judge) {
        if (!broker.hasKeys(id)) {
            return Finding.skipped("no keys, see keys-present");
        }
        return switch (broker.account(id)) {
            case Probed.Found<BrokerAccount>(BrokerAccount seen, _) -> judge.apply(seen);
            case Probed.OneTooMany<BrokerAccount> _ ->
                    Finding.skipped("too many requests, see request-limit");
            case Probed.Refused<BrokerAccount> _, Probed.Unanswered<BrokerAccount> _ ->
                    Finding.skipped("the account cannot be read, see keys-accepted");
        };
    }

    private String refusedKeys(int status) {
        return switch (status) {
            case UNAUTHORIZED -> newKeys();
            case FORBIDDEN ->
                    "these keys are of another kind of account (paper and live have keys of their own);"
                            + " give the right ones to: "
                            + init();
            default -> dashboard();
        };
    }

    private String newKeys() {
        return "make a key pair for this account in Alpaca's dashboard and give it to: " + init();
    }

    private String sameAccount() {
        return "give the keys of the registered account to: %s; or register this one under a name of its own"
                .formatted(init());
    }

    private static String dashboard() {
        return "look at the account in Alpaca's dashboard, or ask their support";
    }

    private static String level() {
        return "ask for options level 2 in Alpaca's dashboard (Account, Options trading)";
    }

    private String unanswered() {
        return "check the network and OPS_ALPACA_TRADING_URL (now %s)"
                .formatted(broker.access().settings().tradingUrl());
    }

    private String init() {
        RunMode mode = broker.access().mode();
        return "ops-cli init --broker %s --account %s".formatted(mode.profile(), id);
    }
}
