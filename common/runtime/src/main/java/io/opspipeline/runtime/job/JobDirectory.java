package io.opspipeline.runtime.job;

import io.opspipeline.domain.job.JobName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The hosts of this JVM: one in a service process, one per service in a demo.
public final class JobDirectory {

    private final List<JobHost> hosts = new CopyOnWriteArrayList<>();

    /// Adds a service's jobs.
    ///
    /// @throws IllegalArgumentException when a job has a host already
    public void register(JobHost host) {
        host.jobs().stream()
                .filter(job -> hostOf(job).isPresent())
                .findFirst()
                .ifPresent(job -> {
                    throw new IllegalArgumentException(
                            "job " + job.label() + " has a host already");
                });
        hosts.add(host);
    }

    /// Removes a service's jobs; harmless when they are not there.
    public void remove(JobHost host) {
        hosts.remove(host);
    }

    /// The host of a job; empty when none is in this JVM.
    Optional<JobHost> hostOf(JobName job) {
        return hosts.stream().filter(host -> host.jobs().contains(job)).findFirst();
    }
}
