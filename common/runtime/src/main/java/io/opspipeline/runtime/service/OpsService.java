package io.opspipeline.runtime.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/// Makes a class the application of a service. There is no scan: the class imports its
/// configuration, which is the map of the service.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public @interface OpsService {

    /// The service's name; its own configuration file is `<name>.yml`.
    String name();

    /// Its settings: records with [io.opspipeline.ports.setting.SettingsPrefix]. Each becomes a
    /// bean.
    Class<? extends Record>[] settings() default {};
}
