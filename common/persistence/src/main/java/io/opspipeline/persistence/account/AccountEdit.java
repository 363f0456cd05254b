package io.opspipeline.persistence.account;

import io.opspipeline.domain.account.Account;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// What an operator has changed of an account.
///
/// @param before the account as it was
/// @param after the same with other limits, or with other leave to enter
public record AccountEdit(Account before, Account after) {

    /// One value that differs.
    ///
    /// @param name such as `daily-loss`
    public record Change(String name, String from, String to) {}

    /// The values that differ; empty when none does.
    public List<Change> changes() {
        return Stream.of(
                        change("daily-loss", account -> account.limits().dailyLoss()),
                        change("positions", account -> account.limits().maxPositions()),
                        change("entries", account -> account.limits().dailyEntries()),
                        change("exposure", account -> account.limits().maxExposure()),
                        change("enabled", Account::enabled))
                .filter(change -> !change.from().equals(change.to()))
                .toList();
    }

    private Change change(String name, Function<Account, Object> value) {
        return new Change(
                name, Objects.toString(value.apply(before)), Objects.toString(value.apply(after)));
    }
}
