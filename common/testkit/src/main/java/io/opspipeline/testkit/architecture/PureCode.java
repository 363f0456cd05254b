package io.opspipeline.testkit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;

/// Which classes are rules, and which classes a rule may name: no clock, no I/O, no logging.
final class PureCode {

    static final DescribedPredicate<JavaClass> IS_RULE =
            DescribedPredicate.describe("are rules", PureCode::isRule);

    static final DescribedPredicate<JavaClass> IS_PURE =
            DescribedPredicate.describe("are rules, domain, market or pure JDK", PureCode::isPure);

    private static final List<String> PURE =
            List.of(
                    "io.opspipeline.domain.",
                    "io.opspipeline.market.",
                    "java.lang.",
                    "java.math.",
                    "java.time.",
                    "java.util.",
                    "org.jspecify.annotations.");

    private static final List<String> IMPURE =
            List.of("java.util.logging.", "java.util.concurrent.", "java.lang.foreign.");

    private PureCode() {}

    // A class inside a rule is part of the rule.
    private static boolean isRule(JavaClass type) {
        return type.getSimpleName().endsWith("Rule")
                || folder(type).contains(".rules.")
                || type.getEnclosingClass().filter(PureCode::isRule).isPresent();
    }

    private static boolean isPure(JavaClass type) {
        var named = type.getBaseComponentType();
        return named.isPrimitive()
                || isRule(named)
                || (startsWithAny(named, PURE.stream()) && !startsWithAny(named, IMPURE.stream()));
    }

    private static boolean startsWithAny(JavaClass type, Stream<String> folders) {
        return folders.anyMatch(folder(type)::startsWith);
    }

    private static String folder(JavaClass type) {
        return type.getPackageName() + ".";
    }
}
