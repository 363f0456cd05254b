package io.opspipeline.runtime.service;

import io.opspipeline.ports.store.Provenance.Mode;
import io.opspipeline.runtime.setting.SettingsException;
import io.opspipeline.runtime.time.FollowedClock;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.env.Environment;

/// Whose time a process runs on: the machine's, or that of a simulated exchange on this machine
/// when the environment names its clock stream in `OPS_CLOCK_URL`.
public final class ProcessClock {

    private static final String KEY = "clock.url";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ProcessClock() {}

    /// @throws SettingsException when the clock is not one that the mode may run on
    /// @throws IllegalStateException when the exchange tells no time
    static Clock of(Environment environment, Mode mode) {
        return of(Optional.ofNullable(environment.getProperty(KEY)), mode);
    }

    /// The clock of a process of a mode.
    ///
    /// @param url the clock stream of the exchange; empty for the machine's time
    /// @throws SettingsException when the clock is not one that the mode may run on
    /// @throws IllegalStateException when the exchange tells no time
    public static Clock of(Optional<String> url, Mode mode) {
        return url.<Clock>map(
                        stream -> FollowedClock.of(checked(URI.create(stream), mode), PATIENCE))
                .orElseGet(Clock::systemUTC);
    }

    private static URI checked(URI url, Mode mode) {
        if (mode == Mode.LIVE) {
            throw new SettingsException(KEY + ": LIVE runs on real time, was " + url);
        }
        if (!isLoopback(url)) {
            throw new SettingsException(
                    KEY + ": only an exchange on this machine tells the time, was " + url);
        }
        return url;
    }

    private static boolean isLoopback(URI url) {
        try {
            return url.getHost() != null
                    && InetAddress.getByName(url.getHost()).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
