package io.opspipeline.runtime.service;

import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealPause;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tie to the process that started this one, when `OPS_SUPERVISED` is set: it is told on
/// standard output when this one runs, and this one ends when its standard input does, which is at
/// the latest when that process is gone.
public final class Supervision {

    /// The variable that ties.
    public static final String VARIABLE = "OPS_SUPERVISED";

    /// What a line on standard output starts with once the process runs; its port follows.
    public static final String READY = "ready ";

    private static final Logger LOG = LoggerFactory.getLogger(Supervision.class);
    private static final int HALTED = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Supervision() {}

    /// From now on this process ends in order when its standard input does, and by force when that
    /// takes more than 10 s: it would keep its leases. Called before anything is started, so that
    /// nothing begins whose supervisor is gone.
    ///
    /// @param said takes each line of standard input
    public static void begin(InputStream in, Consumer<String> said) {
        begin(in, said, PATIENCE);
    }

    /// @param patience how long an end in order may take
    static void begin(InputStream in, Consumer<String> said, Duration patience) {
        Thread.ofPlatform()
                .name("supervision")
                .daemon()
                .start(() -> {
                    listen(in, said);
                    haltAfter(patience);
                    LOG.info("standard input ended: so does this process");
                    System.exit(0);
                });
    }

    private static void haltAfter(Duration patience) {
        Thread.ofPlatform()
                .name("last end")
                .daemon()
                .start(() -> {
                    try {
                        new RealPause(Pace.REAL).of(patience);
                        Runtime.getRuntime().halt(HALTED);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    /// Says that the process runs.
    ///
    /// @param port where it answers on loopback
    public static void ready(int port, PrintStream out) {
        out.println(READY + port);
        out.flush();
    }

    private static void listen(InputStream in, Consumer<String> said) {
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.accept(line);
            }
        } catch (IOException | RuntimeException failure) {
            LOG.warn("standard input cannot be read", failure);
        }
    }
}
