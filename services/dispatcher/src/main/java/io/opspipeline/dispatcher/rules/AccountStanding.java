package io.opspipeline.dispatcher.rules;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.gate.GateVerdict;

/// The two gates that ask whether the account may enter at all: by our own word, and by the
/// broker's.
final class AccountStanding {

    private AccountStanding() {}

    static GateVerdict tradingState(EntryInputs in) {
        return in.tradingStatus()
                .map(status -> tradingState(in.account(), status))
                .orElseGet(() -> GateVerdict.missing(GateCode.TRADING_STATE, "trading state"));
    }

    static GateVerdict accountStatus(EntryInputs in, int optionsLevel) {
        return in.broker()
                .map(broker -> accountStatus(in.account(), broker, optionsLevel))
                .orElseGet(
                        () -> GateVerdict.missing(GateCode.ACCOUNT_STATUS, "the broker's account"));
    }

    private static GateVerdict tradingState(Account account, TradingStatus status) {
        return GateVerdict.of(
                GateCode.TRADING_STATE,
                account.enabled() && status.state().allowsEntries(),
                (account.enabled() ? "" : "disabled, ")
                        + status.state()
                        + " ("
                        + status.reason()
                        + ")",
                "enabled, ACTIVE");
    }

    private static GateVerdict accountStatus(
            Account account, BrokerAccount broker, int optionsLevel) {
        boolean same = broker.number().equals(account.brokerNumber());
        return GateVerdict.of(
                GateCode.ACCOUNT_STATUS,
                same && broker.mayTrade() && broker.optionsLevel() >= optionsLevel,
                "%s%s, options level %d, number %s"
                        .formatted(
                                broker.status(),
                                broker.blocked() ? ", blocked" : "",
                                broker.optionsLevel(),
                                broker.number()),
                "ACTIVE, not blocked, options level >= %d, number %s"
                        .formatted(optionsLevel, account.brokerNumber()));
    }
}
