package io.opspipeline.local.up;

import io.opspipeline.domain.job.JobName;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.runtime.time.MachineTime;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealPause;
import io.opspipeline.runtime.time.Stopwatch;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Processes of services, with a database of their own, around an exchange that somebody else runs:
/// for measurements, and to see what becomes of them when they are killed.
public final class ServiceProcesses implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcesses.class);
    private static final long STEP_MILLIS = 100;

    private final LocalPostgres postgres;
    private final RunningDatabase database;
    private final RunFolder folder;
    private final TokenFile token;
    private final Fleet fleet;

    private ServiceProcesses(LocalPostgres postgres, RunningDatabase database, RunFolder folder) {
        this.postgres = postgres;
        this.database = database;
        this.folder = folder;
        this.token = TokenFile.create(folder);
        this.fleet =
                new Fleet(MachineTime.clock(), (name, what, _) -> LOG.warn("{} {}", name, what));
    }

    /// Starts them.
    ///
    /// @param home where they keep their files
    /// @param exchange tells the time, too
    /// @param registered writes accounts and universe before anything starts
    public static ServiceProcesses start(
            Path home,
            UpRequest request,
            URI exchange,
            Consumer<DataSource> registered,
            List<Class<?>> services) {
        LocalPostgres postgres = LocalPostgres.in(home);
        postgres.start();
        RunningDatabase database = RunningDatabase.open(postgres, request.mode());
        var processes = new ServiceProcesses(postgres, database, new RunFolder(home));
        try {
            registered.accept(database.source());
            var plans =
                    new ServicePlans(
                            request, processes.folder, database.address(), Optional.of(exchange));
            services.forEach(service -> processes.fleet.start(plans.of(service)));
            return processes;
        } catch (RuntimeException failure) {
            processes.close();
            throw failure;
        }
    }

    /// Waits until all are ready.
    ///
    /// @throws IllegalStateException naming those that are not, when patience ends
    public void awaitReady(Duration patience) throws InterruptedException {
        Stopwatch watch = Stopwatch.started();
        while (!isReady()) {
            if (watch.elapsed().compareTo(patience) > 0) {
                throw new IllegalStateException("not ready within %s".formatted(patience));
            }
            new RealPause(Pace.REAL).of(Duration.ofMillis(STEP_MILLIS));
        }
    }

    /// True while a service has reported its start and runs.
    public boolean isReady(String service) {
        return port(service).isPresent() && pid(service).isPresent();
    }

    /// Ends a service as the operating system does, with SIGKILL; it is started again.
    ///
    /// @throws IllegalStateException when it does not run
    public void kill(String service) {
        long pid =
                pid(service)
                        .orElseThrow(() -> new IllegalStateException(service + " does not run"));
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /// Ends every process of their PostgreSQL with SIGKILL, and starts it again. It returns when
    /// the server answers.
    public void restartDatabase() {
        postgres.startAnew();
    }

    /// Their database.
    public DataSource source() {
        return database.source();
    }

    /// Starts a job now, in the service of the same name.
    ///
    /// @param account whose run; empty for a job that does not run per account
    public void run(JobName job, Optional<String> account) {
        int port = port(job.label()).orElseThrow();
        var _ = JobRequest.send(port, TokenFile.read(folder), job, account);
    }

    /// The port of the server of their database, on loopback.
    public int databasePort() {
        String url = database.address().url();
        return URI.create(url.substring("jdbc:".length())).getPort();
    }

    /// The number of a service's process; empty while it does not run.
    public OptionalLong pid(String service) {
        return fleet.find(service)
                .map(process -> process.state().pid())
                .orElse(OptionalLong.empty());
    }

    /// Where a service answers on loopback; empty while it is not ready.
    private OptionalInt port(String service) {
        return fleet.find(service)
                .map(process -> process.state().port())
                .orElse(OptionalInt.empty());
    }

    @Override
    public void close() {
        fleet.stop();
        token.close();
        database.close();
        postgres.stop();
    }

    private boolean isReady() {
        return fleet.names().stream().allMatch(name -> port(name).isPresent());
    }
}
