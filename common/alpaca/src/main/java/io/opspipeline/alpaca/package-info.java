/// Alpaca behind our ports: order entry, books, calendar, prices, chains and both streams.
///
/// ## Entry points
///
/// [io.opspipeline.alpaca.AlpacaClients] makes every port from
/// [io.opspipeline.alpaca.AlpacaSettings] and `io.opspipeline.alpaca.access`. Every other package
/// is internal.
///
/// ## Invariants
///
/// 1. An order is sent once. What became of it is accepted, refused, duplicate, rate limited or in
///    doubt; a failure is never recorded as done.
/// 2. Every order states its intent: buy to open, sell to close.
/// 3. Only reads are repeated.
/// 4. No answer of Alpaca's makes a wire record throw; what cannot be read is missing, never zero.
/// 5. Every list is read to its last page.
/// 6. Time that decides anything is the clock and the timers that the process lends.
@NullMarked
package io.opspipeline.alpaca;

import org.jspecify.annotations.NullMarked;
