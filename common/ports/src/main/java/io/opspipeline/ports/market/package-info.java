/// Market data, option chains and the broker's calendar, in our words.
@NullMarked
package io.opspipeline.ports.market;

import org.jspecify.annotations.NullMarked;
