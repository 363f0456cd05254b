package io.opspipeline.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.ScheduledExecutorService;

/// Reads the machine's clock, sleeps, or schedules.
final class ReadWallTime extends ArchCondition<JavaClass> {

    private static final Set<String> MEMBERS =
            Set.of(
                    "java.lang.System.nanoTime",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.Thread.sleep",
                    "java.util.concurrent.TimeUnit.sleep",
                    "java.util.concurrent.locks.LockSupport.parkNanos",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.time.Clock.system",
                    "java.time.InstantSource.system",
                    "java.util.concurrent.Executors.newScheduledThreadPool",
                    "java.util.concurrent.Executors.newSingleThreadScheduledExecutor");

    ReadWallTime() {
        super("read the machine's clock, sleep or schedule");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getCodeUnitAccessesFromSelf().stream()
                .filter(access -> isWallTime(access))
                .map(ReadWallTime::found)
                .forEach(events::add);
    }

    private static ConditionEvent found(JavaAccess<?> access) {
        return SimpleConditionEvent.satisfied(access.getOriginOwner(), access.getDescription());
    }

    private static boolean isWallTime(JavaCodeUnitAccess<?> access) {
        var owner = access.getTargetOwner();
        return MEMBERS.contains(owner.getName() + "." + access.getName())
                || owner.isAssignableTo(ScheduledExecutorService.class)
                || owner.isEquivalentTo(Timer.class)
                || isNowWithoutClock(access);
    }

    // now(clock) is fine: the clock was lent by the runtime.
    private static boolean isNowWithoutClock(JavaCodeUnitAccess<?> access) {
        return access.getTargetOwner().getPackageName().equals("java.time")
                && access.getName().equals("now")
                && access.getTarget().getRawParameterTypes().stream()
                        .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
    }
}
