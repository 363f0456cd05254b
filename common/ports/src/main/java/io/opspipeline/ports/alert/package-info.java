/// Telling a person.
@NullMarked
package io.opspipeline.ports.alert;

import org.jspecify.annotations.NullMarked;
