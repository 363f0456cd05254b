package io.opspipeline.testkit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// No class names a class of another module's `wire` package.
final class SeeOnlyOwnWireTypes extends ArchCondition<JavaClass> {

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
                && Module.of(target).isPresent()
                && !Module.of(target).equals(Module.of(dependency.getOriginClass()));
    }
}
