package io.opspipeline.local.up;

import io.opspipeline.local.day.ServiceList;
import io.opspipeline.runtime.service.RunningService;
import io.opspipeline.runtime.service.ServiceLauncher;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealPause;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// Runs every service in one JVM for some minutes of the exchange's time, so that the JVM can write
/// down what services load. Started by [StartUpCache] alone.
final class TrainingRun {

    /// How fast the exchange's time runs meanwhile.
    static final double SPEED = 30;

    private static final int SECONDS = 10;

    private TrainingRun() {}

    public static void main(String[] words) throws InterruptedException {
        Deque<RunningService> services = new ArrayDeque<>();
        for (Class<?> service : ServiceList.ALL) {
            services.addLast(ServiceLauncher.beside(service, "--mode", "SIMULATED"));
        }
        new RealPause(Pace.REAL).of(Duration.ofSeconds(SECONDS));
        while (!services.isEmpty()) {
            services.removeLast().close();
        }
        System.exit(0);
    }
}
