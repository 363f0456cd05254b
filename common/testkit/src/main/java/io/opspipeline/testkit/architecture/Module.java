package io.opspipeline.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A Maven module of ours, known by the third part of its packages.
///
/// @param name such as `positionmanager`
record Module(String name) {

    private static final String OURS = "io.opspipeline.";
    private static final Set<String> ADAPTERS = Set.of("persistence", "alpaca");
    private static final Set<String> BELOW_SERVICES =
            Set.of("domain", "market", "ports", "runtime");
    private static final Set<String> SERVICES =
            Set.of(
                    "telemetry",
                    "features",
                    "signals",
                    "watchlist",
                    "dispatcher",
                    "positionmanager",
                    "tradestream");
    private static final Map<String, Set<String>> ARROWS =
            Map.of(
                    "domain", Set.of(),
                    "testkit", Set.of(),
                    "market", Set.of("domain"),
                    "ports", Set.of("domain"),
                    "persistence", Set.of("domain", "ports"),
                    "alpaca", Set.of("domain", "ports"),
                    "runtime", Set.of("domain", "ports"),
                    "exchange", Set.of("domain", "market"));

    /// The module of a class; absent when the class is not ours.
    static Optional<Module> of(JavaClass type) {
        var name = type.getBaseComponentType().getPackageName();
        return name.startsWith(OURS)
                ? Optional.of(new Module(name.substring(OURS.length()).split("\\.", -1)[0]))
                : Optional.empty();
    }

    /// Whether code of this module may name a class of `other`. The command line may see
    /// everything.
    boolean mayRead(Module other) {
        if (equals(other)) {
            return true;
        }
        if (SERVICES.contains(name)) {
            return BELOW_SERVICES.contains(other.name) || ADAPTERS.contains(other.name);
        }
        return !ARROWS.containsKey(name) || ARROWS.get(name).contains(other.name);
    }
}
