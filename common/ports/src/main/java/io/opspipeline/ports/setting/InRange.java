package io.opspipeline.ports.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The values that a setting may have, both ends included, written as the setting itself is.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface InRange {

    /// The least value.
    String min();

    /// The greatest value.
    String max();
}
