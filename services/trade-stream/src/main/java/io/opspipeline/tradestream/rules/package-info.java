/// What the books of the broker and ours tell when they are laid side by side, as pure functions.
///
/// ## Entry points
///
/// [io.opspipeline.tradestream.rules.BooksRule], [io.opspipeline.tradestream.rules.MuteRule],
/// [io.opspipeline.tradestream.rules.EndRule].
///
/// ## Invariants
///
/// 1. The broker's books are the truth for fills and positions.
/// 2. A difference is named before anything is done about it.
@NullMarked
package io.opspipeline.tradestream.rules;

import org.jspecify.annotations.NullMarked;
