package io.opspipeline.cli.trading;

import io.opspipeline.cli.flatten.DirectFlattening;
import io.opspipeline.cli.flatten.FlattenTargets;
import io.opspipeline.cli.flatten.FlattenedText;
import io.opspipeline.cli.market.MarketMoment;
import io.opspipeline.cli.output.MarketTime;
import io.opspipeline.cli.position.Held;
import io.opspipeline.cli.position.HeldReader;
import io.opspipeline.cli.shell.AccountOption;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.OperatorSession;
import io.opspipeline.cli.shell.Place;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.local.flatten.Flattened;
import io.opspipeline.persistence.account.PostgresHeartbeats;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealPause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Closes everything.
@Command(
        name = "flatten",
        description = {
            "Closes every position of all accounts or one, at once, and halts entries until resume. On a",
            "terminal it asks first, and ends with 4 without a yes; elsewhere --yes is needed. It ends as soon",
            "as the order is stored, while position-manager still sells: exit code 0 does not mean that",
            "nothing is held. With --wait it stays until nothing is, and ends with 1 when something still is.",
            "With --direct it cancels and sells at the broker itself, and needs neither database nor services;",
            "nothing is halted then: services that run may enter again until halt or down. Exit code 1 when",
            "something is still held, or the broker does not confirm that nothing is; accounts whose keys it",
            "refuses do not count, unless it refuses all."
        },
        mixinStandardHelpOptions = true)
public final class FlattenCommand implements Callable<Integer> {

    private static final String WHO_CLOSES = "position-manager";

    private final Confirmation confirmation;

    @Mixin private final Voice voice = new Voice();

    @Mixin private final AccountOption account = new AccountOption();

    @Option(names = "--yes", description = "does not ask")
    private boolean yes;

    @Mixin private final WaitOption wait = new WaitOption();

    @Option(
            names = "--direct",
            description =
                    "by the broker alone, and halts nothing; database and services may be down")
    private boolean direct;

    @Option(
            names = "--broker",
            paramLabel = "NAME",
            description =
                    "with --direct: simulated, paper or live; default: that of the run that is up")
    private @Nullable String broker;

    /// The command as the command line has it.
    public FlattenCommand() {
        this(Confirmation.ofTerminal());
    }

    FlattenCommand(Confirmation confirmation) {
        this.confirmation = confirmation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return direct ? flattenDirectly() : order();
    }

    private int flattenDirectly() throws InterruptedException {
        if (wait.longest().isPresent()) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "--wait: --direct waits as it is; leave one of them out");
        }
        var flattening =
                new DirectFlattening(Home.folder(), System.getenv(), Optional.ofNullable(broker));
        FlattenTargets targets = flattening.targets();
        List<AccountId> accounts = targets.chosen(account.given());
        flattening.warning().ifPresent(voice.err()::println);
        if (!yes && !agrees(targets.question(accounts))) {
            voice.err().println("nothing was done");
            return ExitCode.REFUSED;
        }
        List<Flattened> done = flattening.flatten(targets, accounts, this::told);
        voice.answer(done, style -> FlattenedText.lines(done, style));
        return Flattened.areFlat(done) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void told(String step) {
        voice.err().println(step);
        voice.err().flush();
    }

    private int order() throws InterruptedException {
        if (broker != null) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--broker goes with --direct");
        }
        Optional<Duration> longest = wait.longest();
        try (var session = OperatorSession.ofCurrent("flatten")) {
            Optional<String> only = account.among(session.jdbc());
            var orders = new TradingOrders(session);
            if (!yes && !isConfirmed(session.place(), orders, only)) {
                voice.err().println("nothing was changed");
                return ExitCode.REFUSED;
            }
            List<StateChange> changes = orders.give(TradingOrder.FLATTEN, only, Optional.empty());
            String who = whoCloses(session, orders, only);
            if (longest.isPresent()) {
                told(
                        who
                                + "; waiting until nothing is held, at most "
                                + MarketTime.age(longest.get()));
                return waited(session, only, changes, longest.get());
            }
            voice.answer(
                    changes, style -> new OrderText(style, session.place()).lines(changes, who));
            return ExitCode.DONE;
        }
    }

    private int waited(
            OperatorSession session,
            Optional<String> only,
            List<StateChange> changes,
            Duration longest)
            throws InterruptedException {
        var reader = new HeldReader(session.jdbc());
        InstantSource time = Home.time(voice);
        Held left =
                new Emptying(
                                () -> reader.read(MarketMoment.read(session.jdbc(), time), only),
                                new RealPause(Pace.REAL),
                                longest)
                        .awaited();
        List<StateChange> after = changes.stream().map(change -> change.after(left)).toList();
        voice.answer(after, style -> new OrderText(style, session.place()).left(after, left));
        return left.holdsNothing() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private boolean isConfirmed(Place place, TradingOrders orders, Optional<String> only) {
        String question =
                "%s: close %d positions of %s at the market, and halt entries? type yes: "
                        .formatted(
                                place,
                                orders.held(only),
                                orders.ordered(only).stream()
                                        .map(each -> each.id().value())
                                        .collect(Collectors.joining(", ")));
        return agrees(question);
    }

    private boolean agrees(String question) {
        return confirmation
                .agrees(question)
                .orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.BAD_INPUT,
                                "flatten asks before it closes, and there is no terminal:"
                                        + " give --yes"));
    }

    /// Nothing is closed while nobody is there to do it: the last sign of life is shown.
    private static String whoCloses(
            OperatorSession session, TradingOrders orders, Optional<String> only) {
        var heartbeats = new PostgresHeartbeats(session.database());
        return orders.ordered(only).stream()
                .map(account ->
                        account.id()
                                + " "
                                + heartbeats
                                        .latest(WHO_CLOSES, Optional.of(account.id()))
                                        .map(beat -> MarketTime.dated(beat.beatAt()))
                                        .orElse("never"))
                .collect(
                        Collectors.joining(
                                ", ",
                                WHO_CLOSES + " closes what is open; its last signs of life: ",
                                ""));
    }
}
