package io.opspipeline.alpaca.access;

import io.opspipeline.domain.account.AccountId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Credentials of one machine: from the environment, else from a secrets file. The environment
/// names an account's pair `OPS_SECRET_<ACCOUNT>_KEY_ID` and `OPS_SECRET_<ACCOUNT>_SECRET_KEY`,
/// with `_` for `-`. Prices are asked for with the keys of the first account by name.
///
/// @param environment of the process
/// @param file of the machine
public record LocalKeys(Map<String, String> environment, SecretsFile file) implements AlpacaKeys {

    private static final Pattern KEY_ID = Pattern.compile("OPS_SECRET_(\\w+)_KEY_ID");

    @Override
    public Optional<Supplier<AlpacaCredentials>> of(AccountId account) {
        return find(account).map(_ -> () -> find(account).orElseThrow(() -> missing(account)));
    }

    /// @throws IllegalStateException when no account has credentials
    @Override
    public AccountId marketData() {
        return accounts().stream()
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "no account has credentials: neither OPS_SECRET_<ACCOUNT>_KEY_ID"
                                        + " in the environment nor <account>.key-id in "
                                        + file.path()));
    }

    /// The accounts that have credentials, by name.
    public SortedSet<AccountId> accounts() {
        var accounts = new TreeSet<>(file.accounts());
        for (String name : environment.keySet()) {
            var matcher = KEY_ID.matcher(name);
            if (matcher.matches()) {
                String account = matcher.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
                accounts.add(new AccountId(account));
            }
        }
        return accounts;
    }

    @Override
    public String toString() {
        return "LocalKeys[" + file.path() + "]";
    }

    private Optional<AlpacaCredentials> find(AccountId account) {
        String start = "OPS_SECRET_" + account.value().toUpperCase(Locale.ROOT).replace('-', '_');
        String keyId = environment.get(start + "_KEY_ID");
        String secret = environment.get(start + "_SECRET_KEY");
        return keyId == null || secret == null
                ? file.of(account)
                : Optional.of(new AlpacaCredentials(keyId, secret));
    }

    private static IllegalStateException missing(AccountId account) {
        return new IllegalStateException("the credentials of account " + account + " are gone");
    }
}
