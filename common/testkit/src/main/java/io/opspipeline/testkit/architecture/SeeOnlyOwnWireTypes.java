package io.opspipeline.testkit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/// No class names a class of another module's `wire` package, but for the two ways to the simulated
/// exchange: whoever opens one holds it, and it shows none of the wire.
final class SeeOnlyOwnWireTypes extends ArchCondition<JavaClass> {

    private static final Set<String> WAYS =
            Set.of(
                    "io.opspipeline.exchange.wire.ExchangeServer",
                    "io.opspipeline.exchange.wire.MemoryExchange");

    SeeOnlyOwnWireTypes() {
        super("see no wire type of another module");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
                .filter(SeeOnlyOwnWireTypes::isForeignWire)
                .map(bad -> SimpleConditionEvent.violated(type, bad.getDescription()))
                .forEach(events::add);
    }

    private static boolean isForeignWire(Dependency dependency) {
        var target = dependency.getTargetClass();
        return (target.getPackageName() + ".").contains(".wire.")
                && !WAYS.contains(target.getName())
                && Module.of(target).isPresent()
                && !Module.of(target).equals(Module.of(dependency.getOriginClass()));
    }
}
