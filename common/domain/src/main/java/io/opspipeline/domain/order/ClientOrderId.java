package io.opspipeline.domain.order;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.instrument.Ticker;
import java.time.Instant;

/// Our name of an order at the broker: a pure function of natural keys, so that the same intent has
/// the same name after a crash (trading rules, section 8, orders).
///
/// @param value at most 128 characters, the broker's limit
public record ClientOrderId(String value) implements Comparable<ClientOrderId> {

    private static final int BROKER_LIMIT = 128;

    /// Refuses an empty or too long name.
    public ClientOrderId {
        if (value.isBlank() || value.length() > BROKER_LIMIT) {
            throw new IllegalArgumentException(
                    "client order id must have 1 to "
                            + BROKER_LIMIT
                            + " characters, was '"
                            + value
                            + "'");
        }
    }

    /// The name of an entry: `account:ticker:barEpochMinute:right:attempt`.
    ///
    /// @param barStart start of the signal's bar, UTC
    /// @param attempt 1 for the first order of the ladder
    public static ClientOrderId entry(
            AccountId account, Ticker ticker, Instant barStart, InstrumentType type, int attempt) {
        return new ClientOrderId(
                "%s:%s:%d:%s:%d".formatted(account, ticker, epochMinute(barStart), type, attempt));
    }

    /// The name of an exit: `account:symbol:entryKey:rule:attempt`.
    ///
    /// @param openedAt when the position was opened, UTC; its epoch second is the entry key
    /// @param attempt 1 for the first closing order of the rule
    public static ClientOrderId exit(
            AccountId account,
            Instrument instrument,
            Instant openedAt,
            ExitReason rule,
            int attempt) {
        return new ClientOrderId(
                "%s:%s:%d:%s:%d"
                        .formatted(
                                account,
                                instrument.symbol(),
                                openedAt.getEpochSecond(),
                                rule,
                                attempt));
    }

    private static long epochMinute(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 60L);
    }

    @Override
    public int compareTo(ClientOrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
