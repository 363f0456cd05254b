/// `account`: what accounts trade under, and how an operator changes it.
///
/// ## Entry points
///
/// [io.opspipeline.cli.account.AccountCommand].
///
/// ## Invariants
///
/// 1. Either everything that was asked for is changed and audited, or nothing is.
@NullMarked
package io.opspipeline.cli.account;

import org.jspecify.annotations.NullMarked;
