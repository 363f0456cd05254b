/// The broker as we need it: order entry for the two services that may trade, books for those that
/// must know.
@NullMarked
package io.opspipeline.ports.broker;

import org.jspecify.annotations.NullMarked;
