/// What several services conclude about the market from stored rows.
///
/// ## Entry points
///
/// [io.opspipeline.runtime.market.StockHalts].
@NullMarked
package io.opspipeline.runtime.market;

import org.jspecify.annotations.NullMarked;
