package io.opspipeline.testkit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// No class names a class of another module's `wire` package, but for the server of the simulated
/// exchange: whoever starts it holds it, and it shows none of the wire.
final class SeeOnlyOwnWireTypes extends ArchCondition<JavaClass> {

    private static final String SERVER = "io.opspipeline.exchange.wire.ExchangeServer";

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
                && !target.getName().equals(SERVER)
                && Module.of(target).isPresent()
                && !Module.of(target).equals(Module.of(dependency.getOriginClass()));
    }
}
