/// The trading core of the simulated exchange: accounts, orders, honest fills, and its own books.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.venue.Venue], driven by
/// [io.opspipeline.exchange.venue.Venue#advanceTo]; [io.opspipeline.exchange.venue.Books] for
/// invariants and reports; [io.opspipeline.exchange.venue.Faults] for switches.
///
/// ## Invariants
///
/// 1. No fill is better than the mid: a buy pays at least the mid, a sell gets at most the mid; at
///    the mid only when the quote is locked. The legs of a spread fill together, unit by unit.
/// 2. An order fills no more in a step than the size the quote shows, and never more than its own.
/// 3. Cash changes by fills, fees, expiry settlements and deliveries only; it goes below zero by an
///    early assignment alone.
/// 4. A contract is short by a spread only, and covered by a long of its right and expiry; shares
///    are short by an early assignment alone.
/// 5. A client order id names one order of an account for ever.
/// 6. What happens to one account is a function of the seed and of that account's own calls; other
///    accounts and thread timing change nothing.
@NullMarked
package io.opspipeline.exchange.venue;

import org.jspecify.annotations.NullMarked;
