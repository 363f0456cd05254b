/// Amounts with their unit in the type: money, prices per share, premiums, contracts.
///
/// ## Entry points
///
/// [io.opspipeline.domain.money.Money], [io.opspipeline.domain.money.Price],
/// [io.opspipeline.domain.money.Premium].
///
/// ## Invariants
///
/// 1. The factor 100 between a premium and a contract exists once, in `ContractMultiplier`.
/// 2. Every amount is exact decimal; a `double` enters only through a named conversion.
@NullMarked
package io.opspipeline.domain.money;

import org.jspecify.annotations.NullMarked;
