/// Accounts, what they may do, and signs of life.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.account.PostgresAccounts],
/// [io.opspipeline.persistence.account.PostgresHeartbeats].
///
/// ## Invariants
///
/// 1. A change of trading state and its event are one transaction.
@NullMarked
package io.opspipeline.persistence.account;

import org.jspecify.annotations.NullMarked;
