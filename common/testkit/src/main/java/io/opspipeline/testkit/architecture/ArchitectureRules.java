package io.opspipeline.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/// What holds in every module. A module runs it with one class:
///
/// ```java
/// @AnalyzeClasses(packages = "io.opspipeline.signals", importOptions = DoNotIncludeTests.class)
/// class ArchitectureTest {
///     @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
/// }
/// ```
public final class ArchitectureRules {

    private ArchitectureRules() {}

    /// A module sees only the modules that its arrows point to; no service sees another.
    @ArchTest
    public static final ArchRule FOLLOWS_THE_ARROWS =
            classes().should(new SeeOnlyModulesBelow()).allowEmptyShould(true);

    /// A class named `*Rule` or in a `rules` package sees domain, market and pure parts of the JDK.
    @ArchTest
    public static final ArchRule KEEPS_RULES_PURE =
            classes()
                    .that(PureCode.IS_RULE)
                    .should()
                    .onlyDependOnClassesThat(PureCode.IS_PURE)
                    .allowEmptyShould(true);

    /// Only runtime and exchange read a clock, sleep or schedule.
    @ArchTest
    public static final ArchRule TAKES_TIME_AS_AN_ARGUMENT =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "io.opspipeline.runtime..", "io.opspipeline.exchange..")
                    .should(new ReadWallTime())
                    .allowEmptyShould(true);

    /// What a broker or a feed sends is known to its adapter alone.
    @ArchTest
    public static final ArchRule KEEPS_WIRE_TYPES_AT_THE_EDGE =
            classes().should(new SeeOnlyOwnWireTypes()).allowEmptyShould(true);

    /// Dispatcher and position-manager alone can send an order.
    @ArchTest
    public static final ArchRule SENDS_ORDERS_FROM_TWO_SERVICES =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "io.opspipeline.dispatcher..",
                            "io.opspipeline.positionmanager..",
                            "io.opspipeline.ports..",
                            "io.opspipeline.alpaca..",
                            "io.opspipeline.local..",
                            "io.opspipeline.reliability..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("io.opspipeline.ports.broker.OrderEntry")
                    .allowEmptyShould(true);

    /// Packages of a module can be read in one order.
    @ArchTest
    public static final ArchRule HAS_NO_CYCLES =
            slices().matching("io.opspipeline.(**)")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true);

    /// What a class needs comes through its constructor.
    @ArchTest
    public static final ArchRule INJECTS_NO_FIELD =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.allowEmptyShould(true);

    /// A part that is missing ends the start, not a trade: nothing is looked up later.
    @ArchTest
    public static final ArchRule LOOKS_NOTHING_UP =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "io.opspipeline.runtime.service..",
                            "io.opspipeline.local..",
                            "io.opspipeline.cli..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.ServiceLoader")
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.beans.factory")
                    .orShould()
                    .callMethod(Class.class, "forName", String.class)
                    .allowEmptyShould(true);

    /// A class is named after what it is. "Market data" is a word of the trade.
    @ArchTest
    public static final ArchRule HAS_NO_EMPTY_NAMES =
            noClasses()
                    .should()
                    .haveNameMatching(
                            ".*(Utils?|Helper|Manager|Impl|Base|Common|Info|(?<!Market)Data)$")
                    .allowEmptyShould(true);

    /// Every package states its purpose and its null contract.
    @ArchTest
    public static final ArchRule STATES_ITS_NULL_CONTRACT =
            classes().should(new LieInNullMarkedPackage()).allowEmptyShould(true);
}
