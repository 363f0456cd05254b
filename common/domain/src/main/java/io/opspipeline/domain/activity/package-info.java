/// The broker's history of an account in our words.
///
/// ## Entry points
///
/// [io.opspipeline.domain.activity.BrokerActivity].
///
/// ## Invariants
///
/// 1. Every line the broker writes is one of a closed set, the last of which takes all the others.
@NullMarked
package io.opspipeline.domain.activity;

import org.jspecify.annotations.NullMarked;
