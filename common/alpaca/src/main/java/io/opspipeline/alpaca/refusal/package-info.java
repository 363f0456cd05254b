/// What Alpaca's refusals mean.
///
/// ## Entry points
///
/// [io.opspipeline.alpaca.refusal.Refusals].
///
/// ## Invariants
///
/// 1. Every answer that is no success has one code.
/// 2. Words that are not known are [io.opspipeline.domain.denial.DenialCode#BROKER_REFUSED], never
///    a guess.
@NullMarked
package io.opspipeline.alpaca.refusal;

import org.jspecify.annotations.NullMarked;
