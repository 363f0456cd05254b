package io.opspipeline.ports.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes a record a group of settings whose keys begin with the prefix, such as `dispatcher`. Each
/// component is a setting, or a nested record of settings; its key is its name in kebab case.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SettingsPrefix {

    /// The first part of every key, in kebab case.
    String value();

    /// True for what is read at the start alone, from the service's file and environment. A stored
    /// value would never be in force, so it is refused.
    boolean fixed() default false;
}
