package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import java.nio.charset.StandardCharsets;

/// Decides by chance what the quotes leave open. A limit between mid and touch, a share `d` of the
/// way from the mid (0) to the touch (1), fills in a step with probability `insideChance * d`: with
/// the standard 0.30 that is 10 % at a third of the half-spread, 20 % at two thirds, nothing at the
/// mid. An order must have rested since before the step, so sending it again and again within a
/// step buys no further draws.
///
/// A draw is a hash of (seed, account, client order id, step, purpose): no shared generator, so
/// neither thread timing nor other orders change it.
final class FillChance {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    private final VenueSettings settings;

    FillChance(VenueSettings settings) {
        this.settings = settings;
    }

    /// True when an order inside the spread fills in a step.
    ///
    /// @param distance share of the way from the mid to the touch, between 0 and 1
    boolean fillsInside(AccountId account, String clientOrderId, long step, double distance) {
        return draw(account, clientOrderId, step, "fill") < settings.insideChance() * distance;
    }

    /// True when a cancel taken in a step stays pending until the next one.
    boolean cancelsSlowly(AccountId account, String clientOrderId, long step) {
        return draw(account, clientOrderId, step, "cancel") < settings.slowCancelChance();
    }

    private double draw(AccountId account, String clientOrderId, long step, String purpose) {
        long hash = mix(settings.seed() + GOLDEN);
        hash = mix(hash ^ fnv(account.value()));
        hash = mix(hash ^ fnv(clientOrderId));
        hash = mix(hash ^ fnv(purpose));
        hash = mix(hash + (step + 1) * GOLDEN);
        return (hash >>> 11) * TWO_TO_MINUS_53;
    }

    private static long fnv(String text) {
        long hash = FNV_OFFSET;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xFF)) * FNV_PRIME;
        }
        return hash;
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
