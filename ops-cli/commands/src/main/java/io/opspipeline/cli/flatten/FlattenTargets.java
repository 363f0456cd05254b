package io.opspipeline.cli.flatten;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.local.broker.BrokerAccess;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// Whom to flatten, and where.
///
/// @param access the broker
/// @param accounts that have keys
public record FlattenTargets(BrokerAccess access, SortedSet<AccountId> accounts) {

    /// What a person confirms.
    public String question(List<AccountId> chosen) {
        return "cancel and sell everything of %s at %s (%s)? type yes: "
                .formatted(chosen, access.settings().tradingUrl(), access.mode());
    }

    /// All of them, or one.
    ///
    /// @throws CommandFailure when that one has no keys, or none has any
    public List<AccountId> chosen(Optional<String> only) {
        List<AccountId> chosen =
                accounts.stream()
                        .filter(id -> only.filter(name -> !name.equals(id.value())).isEmpty())
                        .toList();
        if (chosen.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    only.map(name ->
                                    "account '%s' has no keys; with keys: %s"
                                            .formatted(name, accounts))
                            .orElse(
                                    "no account has keys, neither in the environment nor in the secrets file"));
        }
        return chosen;
    }
}
