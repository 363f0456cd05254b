/// Requests to Alpaca and what came back.
///
/// ## Entry points
///
/// [io.opspipeline.alpaca.http.AccountSenders] has a [io.opspipeline.alpaca.http.RequestSender] for
/// each account.
///
/// ## Invariants
///
/// 1. Only `GET` is repeated. An order or a cancel goes out once or not at all.
/// 2. An answer that came is never swallowed: breaker and limiter only decide what goes out.
/// 3. An open breaker stops reads, never orders and cancels: an exit must be tried.
/// 4. One account's trouble never delays another: limiter and breaker belong to one account and one
///    host.
/// 5. No text holds a secret.
@NullMarked
package io.opspipeline.alpaca.http;

import org.jspecify.annotations.NullMarked;
