package io.opspipeline.cli.reliability;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.reliability.scenario.Catalogue;
import io.opspipeline.reliability.scenario.Ending;
import io.opspipeline.reliability.scenario.Scenario;
import io.opspipeline.reliability.scenario.Theatre;
import io.opspipeline.reliability.world.ScratchDatabases;
import io.opspipeline.reliability.world.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Plays the fault catalogue.
@Command(
        name = "faults",
        description = {
            "Plays every scenario of the fault catalogue: the real services, the simulated",
            "exchange over its real wire, and one thing that goes wrong. Shows what happened,",
            "the blotter at the end, and whether it is the one that must be."
        },
        mixinStandardHelpOptions = true)
public final class FaultsCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "only scenarios whose name begins so, such as ACK-LOST")
    private final List<String> names = new ArrayList<>();

    @Mixin private final Voice voice = new Voice();

    @Override
    public Integer call() {
        List<Scenario> chosen = chosen();
        try (ScratchDatabases databases = ScratchDatabases.in(Home.folder())) {
            var theatre = new Theatre(databases);
            List<Ending> endings = Workers.each(chosen, theatre::run, this::tell);
            List<Ending> failed = endings.stream().filter(ending -> !ending.passed()).toList();
            voice.answer(
                    endings.stream().map(Line::of).toList(), _ -> summary(endings, failed.size()));
            return failed.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /// What is said of a scenario.
    ///
    /// @param name of the fault catalogue
    /// @param story what goes wrong
    /// @param endState the blotter at the end
    /// @param pass true when it is the one that must be, and no invariant is broken
    /// @param faults what is not as it must be
    record Line(String name, String story, String endState, boolean pass, List<String> faults) {

        static Line of(Ending ending) {
            return new Line(
                    ending.scenario().name(),
                    ending.scenario().story(),
                    ending.blotter(),
                    ending.passed(),
                    ending.faults());
        }
    }

    private List<Scenario> chosen() {
        List<Scenario> chosen =
                Catalogue.all().stream().filter(scenario -> isAsked(scenario.name())).toList();
        if (chosen.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "no scenario begins with %s; faults without a name plays all"
                            .formatted(String.join(" or ", names)));
        }
        return chosen;
    }

    private boolean isAsked(String name) {
        return names.isEmpty()
                || names.stream()
                        .map(each -> each.toUpperCase(Locale.ROOT))
                        .anyMatch(name::startsWith);
    }

    private void tell(Ending ending) {
        if (voice.isJson()) {
            return;
        }
        var style = voice.style();
        var out = voice.out();
        out.println(
                "%s  %s: %s"
                        .formatted(
                                ending.passed() ? style.good("pass") : style.bad("FAIL"),
                                ending.scenario().name(),
                                ending.scenario().story()));
        ending.blotter().lines().forEach(line -> out.println("      " + line));
        ending.faults().stream()
                .flatMap(String::lines)
                .forEach(line -> out.println("    ! " + line));
        out.flush();
    }

    private static List<String> summary(List<Ending> endings, int failed) {
        long millis = endings.stream().mapToLong(ending -> ending.took().toMillis()).sum();
        return List.of(
                "",
                "%d scenarios, %d failed; %.2f s each"
                        .formatted(endings.size(), failed, millis / 1000.0 / endings.size()));
    }
}
