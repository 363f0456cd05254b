/// Closes everything at the broker, with nothing but the broker: no database, no service.
///
/// ## Entry points
///
/// [io.opspipeline.local.flatten.DirectFlatten].
///
/// ## Invariants
///
/// 1. Only what the broker's books show is cancelled and sold, each by its own symbol, sell to
///    close.
/// 2. A new order goes out only after the one before it has ended by the books.
/// 3. While the market is closed nothing is sent.
/// 4. An order counts as resting only while the books show it.
/// 5. Books that cannot be read are asked again until patience ends; what is then unknown is said
///    to be, and the account does not count as flat.
@NullMarked
package io.opspipeline.local.flatten;

import org.jspecify.annotations.NullMarked;
