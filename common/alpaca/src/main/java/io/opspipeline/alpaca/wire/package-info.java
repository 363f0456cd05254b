/// Alpaca's bodies and frames as they arrive, read leniently.
///
/// ## Entry points
///
/// [io.opspipeline.alpaca.wire.WireNode] parses a text; each `Wire...` record reads one kind of row
/// with its `from`.
///
/// ## Invariants
///
/// 1. No `from` throws, whatever the row holds: a member that is absent, empty or of another type
///    is an empty `Optional`.
/// 2. An unknown word maps to an `UNKNOWN` and is logged with the raw row.
/// 3. Nothing of this package is seen outside the Alpaca module.
@NullMarked
package io.opspipeline.alpaca.wire;

import org.jspecify.annotations.NullMarked;
