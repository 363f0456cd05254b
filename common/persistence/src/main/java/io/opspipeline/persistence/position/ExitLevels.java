package io.opspipeline.persistence.position;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalInt;

/// What is stored with a position when it is opened: its stop, its target and how long it may be
/// held (trading rules, section 9). Levels are shares of the average entry, on the premium for an
/// option (call or put alike), on the price for a stock.
///
/// @param optionStop share of the entry, above 0 and below 1
/// @param optionTarget share of the entry, above 1
/// @param stockStop share of the entry, above 0 and below 1
/// @param stockTarget share of the entry, above 1
/// @param dayHold longest hold of a DAY position, whole minutes, at least 1
/// @param swingHoldSessions longest hold of a SWING position in sessions, the entry's being the
///   first
public record ExitLevels(
        BigDecimal optionStop,
        BigDecimal optionTarget,
        BigDecimal stockStop,
        BigDecimal stockTarget,
        Duration dayHold,
        int swingHoldSessions) {

    /// Refuses levels on the wrong side of the entry and holds of nothing.
    public ExitLevels {
        requireStop(optionStop);
        requireStop(stockStop);
        requireTarget(optionTarget);
        requireTarget(stockTarget);
        if (dayHold.toMinutes() < 1 || swingHoldSessions < 1) {
            throw new IllegalArgumentException(
                    "holds must be at least 1, were %s and %d sessions"
                            .formatted(dayHold, swingHoldSessions));
        }
    }

    /// The defaults of the trading rules: -25 % and +50 %, for stock -3 % and +6 %; 240 minutes and
    /// 5 sessions.
    public static ExitLevels standard() {
        return new ExitLevels(
                new BigDecimal("0.75"),
                new BigDecimal("1.50"),
                new BigDecimal("0.97"),
                new BigDecimal("1.06"),
                Duration.ofHours(4),
                5);
    }

    Price stop(InstrumentType type, Price entry) {
        return entry.times(stopShare(type));
    }

    Price target(InstrumentType type, Price entry) {
        return entry.times(type == InstrumentType.STOCK ? stockTarget : optionTarget);
    }

    /// What an entry risks down to its stop, as a share of its cost: one R.
    BigDecimal riskShare(InstrumentType type) {
        return BigDecimal.ONE.subtract(stopShare(type));
    }

    OptionalInt holdMinutes(Strategy strategy) {
        return strategy == Strategy.DAY
                ? OptionalInt.of(Math.toIntExact(dayHold.toMinutes()))
                : OptionalInt.empty();
    }

    OptionalInt holdSessions(Strategy strategy) {
        return strategy == Strategy.SWING ? OptionalInt.of(swingHoldSessions) : OptionalInt.empty();
    }

    private BigDecimal stopShare(InstrumentType type) {
        return type == InstrumentType.STOCK ? stockStop : optionStop;
    }

    private static void requireStop(BigDecimal share) {
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("stop must be above 0 and below 1, was " + share);
        }
    }

    private static void requireTarget(BigDecimal share) {
        if (share.compareTo(BigDecimal.ONE) <= 0) {
            throw new IllegalArgumentException("target must be above 1, was " + share);
        }
    }
}
