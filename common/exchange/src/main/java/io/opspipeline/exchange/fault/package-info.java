/// Faults that can be switched on one by one and together: each says what happens to a few things,
/// and lets everything else be.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.fault.FaultSwitch] (one fault), [io.opspipeline.exchange.fault.Faulty]
/// (several at once); [io.opspipeline.exchange.fault.RequestFaults],
/// [io.opspipeline.exchange.fault.OrderFaults], [io.opspipeline.exchange.fault.EventFaults] make
/// them.
@NullMarked
package io.opspipeline.exchange.fault;

import org.jspecify.annotations.NullMarked;
