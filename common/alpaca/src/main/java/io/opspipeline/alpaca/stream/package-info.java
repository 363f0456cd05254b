/// Alpaca's streams over WebSocket: order events of an account, and minute bars.
///
/// ## Entry points
///
/// [io.opspipeline.alpaca.stream.AlpacaTradingStream],
/// [io.opspipeline.alpaca.stream.AlpacaBarStream].
///
/// ## Invariants
///
/// 1. A frame counts as handled when its effect is done, whatever kind of frame it is.
/// 2. A connection that ends is tried again after a growing, jittered pause, until it is closed.
/// 3. The listener is called by one thread at a time.
@NullMarked
package io.opspipeline.alpaca.stream;

import org.jspecify.annotations.NullMarked;
