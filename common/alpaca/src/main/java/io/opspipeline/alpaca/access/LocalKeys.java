package io.opspipeline.alpaca.access;

import io.opspipeline.domain.account.AccountId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Credentials of one machine: from the environment, else from a secrets file. The environment
/// names an account's pair `OPS_SECRET_<ACCOUNT>_KEY_ID` and `OPS_SECRET_<ACCOUNT>_SECRET_KEY`,
/// with `_` for `-`. Half a pair there is refused, never completed from the file. Prices are asked
/// for with the keys of the first account by name.
///
/// @param environment of the process
/// @param file of the machine
public record LocalKeys(Map<String, String> environment, SecretsFile file) implements AlpacaKeys {

    private static final String START = "OPS_SECRET_";
    private static final String KEY_ID = "_KEY_ID";
    private static final String SECRET_KEY = "_SECRET_KEY";
    private static final Pattern PAIR = Pattern.compile(START + "(\\w+)" + KEY_ID);

    /// @throws IllegalStateException naming the half of a pair that is missing
    @Override
    public Optional<Supplier<AlpacaCredentials>> of(AccountId account) {
        return find(account).map(_ -> () -> find(account).orElseThrow(() -> missing(account)));
    }

    /// @throws IllegalStateException when no account has credentials
    @Override
    public AccountId marketData() {
        return accounts().stream()
                .filter(account -> missingVariable(account).isEmpty())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "no account has credentials: neither OPS_SECRET_<ACCOUNT>_KEY_ID"
                                        + " in the environment nor <account>.key-id in "
                                        + file.path()));
    }

    /// The accounts that have a whole pair, in the environment or in the file, by name.
    public SortedSet<AccountId> accounts() {
        var accounts = new TreeSet<>(file.accounts());
        for (String name : environment.keySet()) {
            var matcher = PAIR.matcher(name);
            if (matcher.matches()
                    && environment.containsKey(START + matcher.group(1) + SECRET_KEY)) {
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
        missingVariable(account)
                .ifPresent(name -> {
                    throw new IllegalStateException("environment: " + name + " is missing");
                });
        String keyId = environment.get(variables(account) + KEY_ID);
        String secret = environment.get(variables(account) + SECRET_KEY);
        return keyId == null || secret == null
                ? file.of(account)
                : Optional.of(new AlpacaCredentials(keyId, secret));
    }

    private Optional<String> missingVariable(AccountId account) {
        List<String> missing =
                Stream.of(KEY_ID, SECRET_KEY)
                        .map(half -> variables(account) + half)
                        .filter(name -> !environment.containsKey(name))
                        .toList();
        return missing.size() == 1 ? Optional.of(missing.getFirst()) : Optional.empty();
    }

    private static String variables(AccountId account) {
        return START + account.value().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static IllegalStateException missing(AccountId account) {
        return new IllegalStateException("the credentials of account " + account + " are gone");
    }
}
