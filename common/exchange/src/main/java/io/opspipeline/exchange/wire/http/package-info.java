/// Requests, answers and what stands between them: keys, request limits, paths, faults.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.wire.http.RestHandler] serves a list of
/// [io.opspipeline.exchange.wire.http.Route].
///
/// ## Invariants
///
/// 1. One request sees one `now`.
/// 2. Every answer to a known key carries the three `X-RateLimit` headers.
/// 3. An answer is taken away or spoilt only after its request was carried out.
@NullMarked
package io.opspipeline.exchange.wire.http;

import org.jspecify.annotations.NullMarked;
