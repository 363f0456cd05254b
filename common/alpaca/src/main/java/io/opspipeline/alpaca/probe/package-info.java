/// Single questions to Alpaca whose answers tell what is wrong with an account, its keys or its
/// plan.
///
/// ## Entry points
///
/// [io.opspipeline.alpaca.probe.AlpacaProbe].
///
/// ## Invariants
///
/// 1. Each question is asked once: nothing is repeated, and nobody is waited for beyond the time
///    limit of a request.
/// 2. No answer throws: a refusal keeps its status and Alpaca's words.
@NullMarked
package io.opspipeline.alpaca.probe;

import org.jspecify.annotations.NullMarked;
