package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Who may come in.
final class Keys {

    private final SortedSet<AccountId> accounts = new TreeSet<>();
    private final Map<String, OpeningAccount> byKey = new HashMap<>();

    /// @throws IllegalArgumentException when two accounts share an id or a key
    Keys(Collection<OpeningAccount> accounts) {
        for (OpeningAccount account : accounts) {
            boolean known = byKey.put(account.keyId(), account) != null;
            if (known || !this.accounts.add(account.id())) {
                throw new IllegalArgumentException("account id or key used twice: " + account);
            }
        }
    }

    SortedSet<AccountId> accounts() {
        return Collections.unmodifiableSortedSet(accounts);
    }

    /// The account of a key and its secret, compared in constant time.
    Optional<AccountId> authenticate(String keyId, String secret) {
        return Optional.ofNullable(byKey.get(keyId))
                .filter(account -> isSame(account.secret(), secret))
                .map(OpeningAccount::id);
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
