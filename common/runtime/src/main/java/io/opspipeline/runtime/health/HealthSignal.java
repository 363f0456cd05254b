package io.opspipeline.runtime.health;

/// One thing about a service that can be healthy or not. A service declares its signals as beans.
public interface HealthSignal {

    /// What it is about, such as `bars`; unique in its service.
    String name();

    /// Looks. Throwing is unhealthy.
    HealthReading read(HealthMoment moment);
}
