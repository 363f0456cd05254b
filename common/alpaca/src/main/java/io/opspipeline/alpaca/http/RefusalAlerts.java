package io.opspipeline.alpaca.http;

import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.Reaction;
import io.opspipeline.ports.alert.Alerts.Severity;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a person, once a day, when Alpaca refuses the credentials of an account or what its plan
/// should give.
public final class RefusalAlerts {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalAlerts.class);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final AccountId account;
    private final Surroundings surroundings;
    private final Set<String> raised = ConcurrentHashMap.newKeySet();

    /// Alerts about one account.
    public RefusalAlerts(AccountId account, Surroundings surroundings) {
        this.account = account;
        this.surroundings = surroundings;
    }

    /// The credentials were refused.
    ///
    /// @param where what was asked
    public void credentialsRefused(String where) {
        raise(
                Severity.CRITICAL,
                "alpaca-credentials:" + account,
                "Alpaca refuses the credentials of account %s (%s)".formatted(account, where));
    }

    /// The account has no credentials: nothing can be asked for it.
    void credentialsMissing() {
        raise(
                Severity.CRITICAL,
                "alpaca-credentials-missing:" + account,
                "account %s has no Alpaca credentials and can do nothing".formatted(account));
    }

    /// The plan of the account does not give what was asked for.
    ///
    /// @param what names it
    /// @param words Alpaca's
    public void planRefused(String what, String words) {
        raise(
                Severity.WARNING,
                "alpaca-plan:%s:%s".formatted(account, what),
                "Alpaca refuses %s to account %s: %s".formatted(what, account, words));
    }

    void answered(Request request, Answer answer) {
        if (answer.status() == UNAUTHORIZED) {
            credentialsRefused(request.method() + " " + request.path());
        }
    }

    /// The broker said no to an order, a cancel or the like in words that no code stands for.
    void refusedOrder(Request request, Answer answer) {
        Denial denial = answer.denial();
        if (answer.isRefusal() && denial.code().reaction() == Reaction.TELLS) {
            raise(
                    Severity.WARNING,
                    "alpaca-refusal:%s:%s:%s".formatted(account, denial.code(), shape(denial)),
                    "Alpaca refuses %s %s of account %s as %s"
                            .formatted(request.method(), request.path(), account, denial));
        }
    }

    // The same words with other figures are the same event.
    private static String shape(Denial denial) {
        return denial.words().replaceAll("[0-9][0-9.,]*", "#");
    }

    void refusedRead(Request request, Answer answer) {
        if (answer.status() == FORBIDDEN) {
            planRefused(request.path(), answer.denial().toString());
        }
    }

    // Whatever goes wrong while telling a person must not touch what is asked of the broker.
    private void raise(Severity severity, String subject, String message) {
        String event = subject + ":" + surroundings.today();
        if (!raised.add(event)) {
            return;
        }
        Instant now = surroundings.clock().instant();
        try {
            surroundings.alerts().raise(severity, event, Optional.of(account), message, now);
        } catch (RuntimeException e) {
            LOG.error("could not tell a person: {}", message, e);
        }
    }
}
