/// How often Alpaca may be asked, and how long to wait after a failure.
///
/// ## Entry points
///
/// [io.opspipeline.alpaca.pace.RequestLimiter], [io.opspipeline.alpaca.pace.Backoff].
///
/// ## Invariants
///
/// 1. Nothing here waits or reads the machine's clock: it says how long, and others wait.
/// 2. In any minute no more is asked than the settings allow, orders included.
/// 3. Reads leave a share of the allowance to orders and cancels: a read that still waits takes no
///    place from an order, and of the places that come back reads get three quarters.
/// 4. What Alpaca says of the allowance goes before our own count.
@NullMarked
package io.opspipeline.alpaca.pace;

import org.jspecify.annotations.NullMarked;
