/// A market that is told what to show, for scenarios: nothing is drawn, nothing moves by itself.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.market.scripted.ScriptedMarket].
@NullMarked
package io.opspipeline.exchange.market.scripted;

import org.jspecify.annotations.NullMarked;
