package io.opspipeline.local.doctor;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.probe.Probed;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.local.broker.BrokerAccess;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What the broker has answered to the checks of one examination; several look at the same answer.
final class BrokerAnswers implements AutoCloseable {

    private static final int UNAUTHORIZED = 401;

    private final BrokerAccess access;
    private final AlpacaClients clients;
    private final Storms storms = new Storms();
    private final Map<AccountId, Once<Probed<BrokerAccount>>> accounts = new ConcurrentHashMap<>();

    BrokerAnswers(BrokerAccess access) {
        this.access = access;
        this.clients = access.clients();
    }

    BrokerAccess access() {
        return access;
    }

    AlpacaClients clients() {
        return clients;
    }

    Storms storms() {
        return storms;
    }

    /// True when an account has keys that can be used. What is wrong with others, keys-present
    /// says.
    boolean hasKeys(AccountId id) {
        try {
            return access.keys().of(id).isPresent();
        } catch (IllegalStateException _) {
            return false;
        }
    }

    /// The account as the broker sees it, asked for once.
    Probed<BrokerAccount> account(AccountId id) {
        return accounts.computeIfAbsent(
                        id,
                        account -> new Once<>(() -> storms.heard(clients.probe().account(account))))
                .get();
    }

    /// Judges an answer. What another check tells better is skipped here.
    ///
    /// @param cure what to do when the broker refuses, or does not answer
    <T> Finding judged(Probed<T> answer, Function<T, Finding> judge, String cure) {
        return switch (storms.heard(answer)) {
            case Probed.Found<T>(T value, _) -> judge.apply(value);
            case Probed.Refused<T>(int status, _) when status == UNAUTHORIZED ->
                    Finding.skipped("the broker refuses the keys, see keys-accepted");
            case Probed.Refused<T>(int status, String words) ->
                    Finding.fail(status + ": " + words, cure);
            case Probed.OneTooMany<T> _ -> Finding.skipped("too many requests, see request-limit");
            case Probed.Unanswered<T>(String reason) -> Finding.fail(reason, cure);
        };
    }

    @Override
    public void close() {
        clients.close();
    }
}
