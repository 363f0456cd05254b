/// The one ledger through which orders, fills and positions change.
@NullMarked
package io.opspipeline.ports.order;

import org.jspecify.annotations.NullMarked;
