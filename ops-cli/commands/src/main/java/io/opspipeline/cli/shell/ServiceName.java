package io.opspipeline.cli.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The services, by the names that people type: ours, those of the predecessor, and any beginning
/// that fits a single service.
public enum ServiceName {
    TELEMETRY(),
    FEATURES("feature", "feature-computer"),
    SIGNALS("signal", "signal-engine"),
    WATCHLIST("watchlist-engine"),
    DISPATCHER(),
    TRADE_STREAM("trades"),
    POSITION_MANAGER("positions");

    private final List<String> aliases;

    ServiceName(String... aliases) {
        this.aliases = List.of(aliases);
    }

    /// Our own name, such as `position-manager`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Our names of all.
    public static List<String> labels() {
        return Arrays.stream(values()).map(ServiceName::label).toList();
    }

    /// The service that a word means: `signal`, `dispatcher-service`, `dispatcher-tiny`, `pos`.
    ///
    /// @throws CommandFailure with exit code 2 when it means none or several
    public static ServiceChoice typed(String word) {
        return ServiceChoice.of(word);
    }

    /// Every name it goes by.
    Stream<String> names() {
        return Stream.concat(Stream.of(label()), aliases.stream());
    }
}
