package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.money.Money;
import io.opspipeline.ports.store.EquityHistory;
import io.opspipeline.ports.store.EquitySnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Stops entries until the operator resumes when the equity came down too far from its highest.
final class DrawdownBreaker {

    private final Supplier<Rules> rules;
    private final EquityHistory history;
    private final TradingPauses pauses;

    DrawdownBreaker(Supplier<Rules> rules, EquityHistory history, TradingPauses pauses) {
        this.rules = rules;
        this.history = history;
        this.pauses = pauses;
    }

    void look(Account account, Money equity, Instant asOf) {
        Rules now = rules.get();
        BigDecimal limit = now.settings().breakers().drawdown(account.strategy());
        Optional<Money> before =
                history.latestBefore(account.id(), asOf).map(EquitySnapshot::equity);
        history.highWaterMark(account.id(), asOf)
                .filter(highest -> now.breakers().drawdownCrossed(before, equity, highest, limit))
                .ifPresent(highest -> trip(account, equity, highest, asOf));
    }

    private void trip(Account account, Money equity, Money highest, Instant asOf) {
        pauses.pause(
                account.id(),
                "DRAWDOWN " + asOf,
                Optional.empty(),
                "equity %s is down from %s: no entries until the operator resumes"
                        .formatted(equity, highest),
                asOf);
    }
}
