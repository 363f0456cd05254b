package io.opspipeline.positionmanager.rules;

import java.math.BigDecimal;
import java.time.Duration;

/// The figures of closing orders (trading rules, section 9).
///
/// @param renewal time from one urgent order to the next
/// @param patientStep time from one patient order to the next
/// @param patience how long a patient close walks from mid to bid before it is urgent
/// @param marketAfter how long an urgent close offers at the bid before it goes to the market
/// @param marketSpread widest spread over mid that a market order may meet
public record ClosingLimits(
        Duration renewal,
        Duration patientStep,
        Duration patience,
        Duration marketAfter,
        BigDecimal marketSpread) {

    /// The figures of the trading rules.
    public static final ClosingLimits DEFAULT =
            new ClosingLimits(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(15),
                    new BigDecimal("0.25"));
}
