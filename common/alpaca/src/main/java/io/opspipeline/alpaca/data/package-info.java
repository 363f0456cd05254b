/// The market-data API and the contract list: bars, snapshots, chains, splits.
///
/// ## Entry points
///
/// [io.opspipeline.alpaca.data.AlpacaMarketData], [io.opspipeline.alpaca.data.AlpacaOptionChains].
///
/// ## Invariants
///
/// 1. Every list is read to its last page, whatever the length of a page.
/// 2. One malformed ticker never costs the others their data.
/// 3. What cannot be read is missing, never zero.
@NullMarked
package io.opspipeline.alpaca.data;

import org.jspecify.annotations.NullMarked;
