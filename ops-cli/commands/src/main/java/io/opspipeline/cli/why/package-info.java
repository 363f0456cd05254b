/// The `why` command: what became of every signal of a ticker, and by which figures.
///
/// ## Entry points
///
/// [io.opspipeline.cli.why.WhyCommand].
///
/// ## Invariants
///
/// 1. Every signal shows one disposition per account.
@NullMarked
package io.opspipeline.cli.why;

import org.jspecify.annotations.NullMarked;
