package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.positionmanager.rules.Mark;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// The desks of the accounts that are ours, one each: none is made for a run that comes after its
/// account was let go, since nobody would let go that one. An account needs a row and no restart to
/// get one; one that is disabled keeps its exits.
final class ExitDesks implements QuoteReader {

    private final ExitParts parts;
    private final Map<AccountId, ExitDesk> desks = new ConcurrentSkipListMap<>();

    ExitDesks(ExitParts parts) {
        this.parts = parts;
    }

    /// The account is ours from now on.
    void take(AccountId account) {
        desks.computeIfAbsent(account, id -> new ExitDesk(parts, id));
    }

    /// Evaluates an account now, if it is still ours.
    ///
    /// @return how many positions it holds
    int evaluate(Account account) {
        return desk(account.id()).map(desk -> desk.evaluate(account)).orElse(0);
    }

    @Override
    public void sighted(Map<OccSymbol, QuoteReading> quotes) {
        desks.values().forEach(desk -> desk.sighted(quotes));
    }

    @Override
    public void fillGap() {
        desks.values().forEach(ExitDesk::fillGap);
    }

    /// What was last believed of a position of an account.
    Optional<Mark> lastMark(AccountId account, HeldPosition held) {
        return desk(account).flatMap(desk -> desk.marks().lastMark(held));
    }

    /// Evaluates and closes nothing more in an account, because another process owns it, or may.
    void letGo(AccountId account) {
        Optional.ofNullable(desks.remove(account)).ifPresent(ExitDesk::letGo);
    }

    private Optional<ExitDesk> desk(AccountId account) {
        return Optional.ofNullable(desks.get(account));
    }
}
