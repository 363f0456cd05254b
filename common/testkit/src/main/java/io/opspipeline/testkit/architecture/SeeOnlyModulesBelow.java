package io.opspipeline.testkit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// Every class that a class names is of its own module or of one that the arrows allow.
final class SeeOnlyModulesBelow extends ArchCondition<JavaClass> {

    SeeOnlyModulesBelow() {
        super("see only the modules that its arrows point to");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !isAllowed(dependency))
                .map(bad -> SimpleConditionEvent.violated(type, bad.getDescription()))
                .forEach(events::add);
    }

    private static boolean isAllowed(Dependency dependency) {
        var origin = Module.of(dependency.getOriginClass());
        var target = Module.of(dependency.getTargetClass());
        return origin.isEmpty() || target.isEmpty() || origin.get().mayRead(target.get());
    }
}
