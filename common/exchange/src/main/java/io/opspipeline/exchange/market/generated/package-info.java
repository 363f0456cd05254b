/// Markets drawn from a seed, and option chains priced around any path of a stock.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.market.generated.GeneratedMarket],
/// [io.opspipeline.exchange.market.generated.DefaultListings],
/// [io.opspipeline.exchange.market.generated.GeneratedChains].
///
/// ## Invariants
///
/// 1. Every number follows from (seed, ticker or contract, date, purpose); there is no shared
///    generator, so the order of questions changes nothing. Logarithms and exponentials are strict.
/// 2. Prices change every 5 seconds, at :00, :05, ...; an answer uses steps up to the one asked
///    for.
/// 3. A bar's prices are those of its own twelve steps.
/// 4. A quote's mid is the half-tick nearest to the theoretical value; bid and ask lie on the tick
///    grid of the contract.
/// 5. In the zero-drift market every stock price, and every option value before ticks, is a
///    martingale.
@NullMarked
package io.opspipeline.exchange.market.generated;

import org.jspecify.annotations.NullMarked;
