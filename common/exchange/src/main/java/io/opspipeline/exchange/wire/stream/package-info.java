/// The WebSocket streams: order events of an account, and minute bars.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.wire.stream.Streams].
///
/// ## Invariants
///
/// 1. Answers to a client's own message leave at once; everything else waits for
///    [io.opspipeline.exchange.wire.stream.Streams#flush], unless the streams are immediate.
/// 2. Each frame handed to an open connection is counted once; one that could not be written is
///    counted back.
/// 3. What happens while nobody listens is never sent: there is no replay.
@NullMarked
package io.opspipeline.exchange.wire.stream;

import org.jspecify.annotations.NullMarked;
