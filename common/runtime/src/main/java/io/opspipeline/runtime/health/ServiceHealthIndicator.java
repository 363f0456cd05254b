package io.opspipeline.runtime.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Shows a service's health at its health end point.
public final class ServiceHealthIndicator implements HealthIndicator {

    private final ServiceHealth health;

    /// Shows this health.
    public ServiceHealthIndicator(ServiceHealth health) {
        this.health = health;
    }

    @Override
    public Health health() {
        HealthReport report = health.report();
        Health.Builder shown = report.isHealthy() ? Health.up() : Health.down();
        shown.withDetail("build", report.build());
        report.readings()
                .forEach((name, reading) ->
                        shown.withDetail(name, reading.state() + ": " + reading.detail()));
        return shown.build();
    }
}
