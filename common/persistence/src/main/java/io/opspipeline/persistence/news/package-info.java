/// What the news says of a ticker.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.news.PostgresSentiments].
///
/// ## Invariants
///
/// 1. Only items fetched before the asking instant count.
/// 2. Too little news is absent, never zero.
@NullMarked
package io.opspipeline.persistence.news;

import org.jspecify.annotations.NullMarked;
