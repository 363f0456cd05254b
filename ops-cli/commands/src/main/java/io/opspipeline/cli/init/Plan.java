package io.opspipeline.cli.init;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountLimits;
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
    record Registered(AccountProposal proposal, AlpacaCredentials keys) {}

    /// What a person confirms.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        account.ifPresent(registered -> lines.addAll(lines(registered.proposal())));
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
