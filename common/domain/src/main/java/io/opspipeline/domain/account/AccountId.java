package io.opspipeline.domain.account;

import java.util.regex.Pattern;

/// The name of a registered account, such as `large` or `tiny`: lower-case letters, digits and
/// dashes, at most 32.
///
/// @param value the name
public record AccountId(String value) implements Comparable<AccountId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /// Refuses any other form, so that an id can stand in a client order id.
    public AccountId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "account id must match " + FORM + ", was '" + value + "'");
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
