/// Turns signals into orders, one account at a time: gates, contract, size, reservation, price
/// ladder.
///
/// ## Entry points
///
/// [io.opspipeline.dispatcher.DispatcherApplication], [io.opspipeline.dispatcher.DispatcherService]
/// (how it is put together), [io.opspipeline.dispatcher.DispatcherJob] (fan-out to first order),
/// [io.opspipeline.dispatcher.EntryLadder] (the orders that follow).
///
/// ## Invariants
///
/// 1. Every (signal, account) ends in exactly one coded disposition.
/// 2. An order is committed before it is sent, and never sent blindly twice.
/// 3. Nothing here knows how to sell.
@NullMarked
package io.opspipeline.dispatcher;

import org.jspecify.annotations.NullMarked;
