package io.opspipeline.exchange.market.generated;

import io.opspipeline.exchange.market.MarketDescription;
import java.time.LocalDate;
import java.util.List;

/// What generated markets say about themselves.
final class Descriptions {

    private static final String MODE = "generated";

    private Descriptions() {}

    static MarketDescription active(LocalDate day, long seed) {
        return new MarketDescription(
                day,
                MODE,
                seed,
                List.of(
                        "prices and option chains are generated; no real quote is among them",
                        "an active day on purpose: each stock's session variance is 1.5 to 2.25"
                                + " times a full day's implied variance, with drift spells of"
                                + " about 0.3 standard deviations per bar; most days trade less"));
    }

    static MarketDescription zeroDrift(LocalDate day, long seed) {
        return new MarketDescription(
                day,
                MODE,
                seed,
                List.of(
                        "prices and option chains are generated; no real quote is among them",
                        "zero drift: no spells, no jumps, every mid is a martingale up to the"
                                + " tick grid; nothing here can be earned by skill"));
    }
}
