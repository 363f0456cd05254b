package io.opspipeline.local.doctor;

import io.opspipeline.domain.account.AccountId;
import java.util.Optional;
import java.util.function.Supplier;

/// Something that can be looked at.
///
/// @param name such as `options-level`
/// @param account whose, where each account has one
/// @param cure what to do when the look breaks or does not end
/// @param look looks; may throw, may hang
record Check(String name, Optional<AccountId> account, String cure, Supplier<Finding> look) {

    static Check of(String name, String cure, Supplier<Finding> look) {
        return new Check(name, Optional.empty(), cure, look);
    }

    static Check of(String name, AccountId account, String cure, Supplier<Finding> look) {
        return new Check(name, Optional.of(account), cure, look);
    }

    Examination found(Finding finding) {
        return new Examination(
                name,
                account.map(AccountId::value),
                finding.result(),
                finding.observed(),
                finding.cure());
    }
}
