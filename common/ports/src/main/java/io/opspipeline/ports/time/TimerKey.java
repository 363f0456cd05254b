package io.opspipeline.ports.time;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.Stage;
import java.util.Comparator;
import java.util.Optional;

/// The place of a call among others of the same instant: stage, then account, then natural key.
///
/// @param stage the stage it belongs to
/// @param account the account it is for
/// @param naturalKey what it is about, such as a client order id; the same on every run of a day
public record TimerKey(Stage stage, Optional<AccountId> account, String naturalKey)
        implements Comparable<TimerKey> {

    private static final Comparator<TimerKey> ORDER =
            Comparator.comparing(TimerKey::stage)
                    .thenComparing(key -> key.account().map(AccountId::value).orElse(""))
                    .thenComparing(TimerKey::naturalKey);

    @Override
    public int compareTo(TimerKey other) {
        return ORDER.compare(this, other);
    }
}
