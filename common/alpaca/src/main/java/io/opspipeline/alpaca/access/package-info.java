/// Who asks Alpaca, and what the running process lends to the client.
///
/// ## Entry points
///
/// [io.opspipeline.alpaca.access.AlpacaCredentials], [io.opspipeline.alpaca.access.AlpacaKeys],
/// [io.opspipeline.alpaca.access.Surroundings].
///
/// ## Invariants
///
/// 1. A secret is never part of a text: not of `toString`, an exception or a log line.
/// 2. An account is only ever asked with its own credentials.
@NullMarked
package io.opspipeline.alpaca.access;

import org.jspecify.annotations.NullMarked;
