/// Settings as stored and audited.
@NullMarked
package io.opspipeline.ports.setting;

import org.jspecify.annotations.NullMarked;
