package io.opspipeline.runtime.service;

import io.opspipeline.runtime.health.HealthReport;
import io.opspipeline.runtime.health.ServiceHealth;
import io.opspipeline.runtime.job.JobDirectory;
import io.opspipeline.runtime.job.JobHost;
import io.opspipeline.runtime.job.RunCounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ConfigurableApplicationContext;

/// A started service.
public final class RunningService implements AutoCloseable {

    private final ServiceDescription service;
    private final ConfigurableApplicationContext context;

    RunningService(ServiceDescription service, ConfigurableApplicationContext context) {
        this.service = service;
        this.context = context;
    }

    /// Its name.
    public String name() {
        return service.name();
    }

    /// Reads its health now.
    public HealthReport health() {
        return bean(ServiceHealth.class).report();
    }

    /// How the runs of its jobs ended so far.
    public RunCounts runs() {
        return host().counts();
    }

    /// Where its health is shown; 0 when it has no web server.
    int port() {
        return context.getEnvironment().getProperty("local.server.port", Integer.class, 0);
    }

    /// One of its beans.
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// One of its beans, if it has it.
    <T> ObjectProvider<T> provider(Class<T> type) {
        return context.getBeanProvider(type);
    }

    /// Stops its schedule, then its beans in the order that they need each other.
    @Override
    public void close() {
        bean(JobDirectory.class).remove(host());
        host().close();
        context.close();
    }

    JobHost host() {
        return bean(JobHost.class);
    }
}
