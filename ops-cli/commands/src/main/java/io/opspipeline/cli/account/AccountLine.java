package io.opspipeline.cli.account;

import io.opspipeline.domain.account.Account;
import io.opspipeline.persistence.account.AccountEdit;
import io.opspipeline.persistence.account.AccountEdit.Change;
import java.math.BigDecimal;
import java.util.List;

/// An account, what it trades under, and what was just changed of it. Money is dollars.
///
/// @param dailyLoss the loss of one day that stops entries
/// @param positions open and pending entries at once
/// @param entries in one New York day
/// @param exposure dollars at work at once
/// @param enabled false stops entries; exits go on
/// @param changes from and to; empty when nothing was changed
record AccountLine(
        String account,
        String brokerNumber,
        String strategy,
        String tier,
        String actions,
        BigDecimal dailyLoss,
        int positions,
        int entries,
        BigDecimal exposure,
        boolean enabled,
        List<Change> changes) {

    static AccountLine of(Account account) {
        return of(new AccountEdit(account, account));
    }

    static AccountLine of(AccountEdit edit) {
        Account account = edit.after();
        return new AccountLine(
                account.id().value(),
                account.brokerNumber(),
                account.strategy().name(),
                account.tier().name(),
                account.actions().label(),
                account.limits().dailyLoss().amount(),
                account.limits().maxPositions(),
                account.limits().dailyEntries(),
                account.limits().maxExposure().amount(),
                account.enabled(),
                edit.changes());
    }
}
