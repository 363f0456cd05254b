/// Makes a home folder ready to trade at a broker: keys, account rows, universe, feeds.
///
/// ## Entry points
///
/// [io.opspipeline.local.setup.AccountProposal] and [io.opspipeline.local.setup.FeedProposal] say
/// what would be written; [io.opspipeline.local.setup.HomeWriter] writes it.
///
/// ## Invariants
///
/// 1. Everything is asked and checked before anything is written.
/// 2. What is not asked for stays as it was.
@NullMarked
package io.opspipeline.local.setup;

import org.jspecify.annotations.NullMarked;
