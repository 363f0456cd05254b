/// A way to the exchange without a network, for clients that use the JDK's HTTP client: requests
/// and frames are the same bytes, and everything happens in the caller's thread.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.wire.memory.MemoryClient].
@NullMarked
package io.opspipeline.exchange.wire.memory;

import org.jspecify.annotations.NullMarked;
