package io.opspipeline.cli.init;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.local.setup.AccountProposal;
import io.opspipeline.local.setup.FeedProposal;
import io.opspipeline.local.setup.HomeWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/// Everything that `init` would write.
///
/// @param account the row of an account, and its keys
/// @param feeds what the plan of the account gives
/// @param settings broker settings beside the feeds
/// @param symbols the tickers to follow; empty when they stay as they are
/// @param alerts how alerts reach a person, by the names of the environment; never printed
record Plan(
        Optional<Registered> account,
        Optional<FeedProposal> feeds,
        Map<String, String> settings,
        NavigableSet<Ticker> symbols,
        Map<String, String> alerts) {

    /// An account with its keys.
    ///
    /// @param foreign what it holds at the broker and nobody here has bought
    record Registered(
            AccountProposal proposal, AlpacaCredentials keys, List<BrokerPosition> foreign) {}

    /// True when something would be adopted, and sold.
    boolean isAdopting() {
        return account.stream()
                .flatMap(registered -> registered.foreign().stream())
                .anyMatch(position -> position.quantity() > 0);
    }

    /// What a person confirms.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        account.ifPresent(registered -> {
            lines.addAll(lines(registered.proposal()));
            registered.foreign().forEach(position -> lines.add(warning(registered, position)));
        });
        feeds.ifPresent(found -> {
            lines.add("stock feed     " + found.stocks());
            lines.add("option feed    " + found.options());
        });
        settings.forEach((key, value) -> lines.add("setting        " + key + " = " + value));
        if (!symbols.isEmpty()) {
            lines.add("universe       %d tickers: %s".formatted(symbols.size(), symbols));
        }
        if (!alerts.isEmpty()) {
            lines.add("alerts         " + String.join(", ", alerts.keySet()));
        }
        return lines;
    }

    /// Writes it.
    ///
    /// @param at when, UTC
    void write(HomeWriter home, Instant at) {
        account.ifPresent(
                registered -> home.keep(registered.proposal().row().id(), registered.keys()));
        feeds.ifPresent(found -> home.configure(found.settings()));
        if (!settings.isEmpty()) {
            home.configure(settings);
        }
        if (!alerts.isEmpty()) {
            home.alert(alerts);
        }
        account.ifPresent(registered -> home.register(registered.proposal().row(), at));
        if (!symbols.isEmpty()) {
            home.follow(symbols, at);
        }
        home.makeCurrent();
    }

    private static String warning(Registered registered, BrokerPosition position) {
        String what =
                "WARNING        %s holds %d %s at %s: "
                        .formatted(
                                registered.proposal().row().id(),
                                position.quantity(),
                                position.instrument().symbol(),
                                position.averageEntry());
        return position.quantity() < 0
                ? what + "short, so nobody here looks after it"
                : what
                        + "adopted within a minute of `up`, and sold by the exits of %s (default %s)"
                                .formatted(
                                        registered.proposal().row().strategy(),
                                        exits(position.instrument()));
    }

    private static String exits(Instrument instrument) {
        return switch (instrument) {
            case Instrument.Stock _ -> "-3 % or +6 %";
            case Instrument.Option _ -> "-25 % or +50 %";
        };
    }

    private static List<String> lines(AccountProposal proposal) {
        Account row = proposal.row();
        AccountLimits limits = row.limits();
        return List.of(
                "account        %s, the broker's %s, %s with equity %s"
                        .formatted(
                                row.id(),
                                row.brokerNumber(),
                                proposal.isNoChange()
                                        ? "registered as it is"
                                        : proposal.before().isPresent() ? "changed" : "new",
                                proposal.seen().equity()),
                "               trades %s as tier %s, its dispatcher every %d s"
                        .formatted(row.strategy(), row.tier(), row.cadence().toSeconds()),
                "limits         daily loss %s, %d positions, %d entries a day, exposure %s"
                        .formatted(
                                limits.dailyLoss(),
                                limits.maxPositions(),
                                limits.dailyEntries(),
                                limits.maxExposure()));
    }
}
