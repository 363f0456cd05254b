/// Trading accounts as data: identity, strategy, tier and limits.
///
/// ## Entry points
///
/// [io.opspipeline.domain.account.Account], [io.opspipeline.domain.account.Tier].
///
/// ## Invariants
///
/// 1. An account is named by its id everywhere; there is no default account.
/// 2. A tier only ever lowers risk by itself; raising it needs the operator.
@NullMarked
package io.opspipeline.domain.account;

import org.jspecify.annotations.NullMarked;
