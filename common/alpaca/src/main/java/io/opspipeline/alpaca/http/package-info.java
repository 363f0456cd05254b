/// Requests over HTTP: one account's headers, limits, retries of reads, and a breaker per host.
///
/// ## Entry points
///
/// [io.opspipeline.alpaca.http.AlpacaHost].
///
/// ## Invariants
///
/// 1. Only a GET is ever sent twice.
/// 2. An order or cancel is sent whatever the breaker says: an exit must always be tried.
/// 3. Secrets are blanked in every message.
@NullMarked
package io.opspipeline.alpaca.http;

import org.jspecify.annotations.NullMarked;
