/// Why an order, a close, a cancel or a wish not to exercise did not come about, as one closed set.
///
/// ## Entry points
///
/// [io.opspipeline.domain.denial.DenialCode], [io.opspipeline.domain.denial.Denial].
///
/// ## Invariants
///
/// 1. Whatever is denied has exactly one code, whoever denied it.
/// 2. The code alone decides what is done next; the words are for people.
/// 3. `docs/denial-codes.md` is made from the codes.
@NullMarked
package io.opspipeline.domain.denial;

import org.jspecify.annotations.NullMarked;
