package io.opspipeline.cli.flatten;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.local.broker.BrokerAccess;
import io.opspipeline.local.broker.HomeBroker;
import io.opspipeline.local.broker.SimulatedBroker;
import io.opspipeline.local.flatten.DirectFlatten;
import io.opspipeline.local.flatten.Flattened;
import io.opspipeline.local.up.ControlClient;
import io.opspipeline.local.up.ExchangeProcess;
import io.opspipeline.local.up.RunState;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsException;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealPause;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Finds the broker and the accounts without a database, and flattens them.
public final class DirectFlattening {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path home;
    private final Map<String, String> environment;
    private final Optional<String> broker;
    private final Optional<RunState> run;

    /// A supervisor is asked for what only it knows: which broker is meant when none is named, and
    /// where a simulated exchange is. One that is stuck cannot hold up paper or live trading's
    /// exit.
    ///
    /// @param environment of this process
    /// @param broker simulated, paper or live; empty for that of the run that is up
    public DirectFlattening(Path home, Map<String, String> environment, Optional<String> broker) {
        this.home = home;
        this.environment = environment;
        this.broker = broker;
        this.run =
                broker.isEmpty() || broker.map(DirectFlattening::mode).get() == RunMode.SIMULATED
                        ? ControlClient.in(home).state()
                        : Optional.empty();
    }

    /// The broker that is meant.
    ///
    /// @throws CommandFailure when nothing says which, or it cannot be reached
    public FlattenTargets targets() {
        RunMode mode =
                broker.map(DirectFlattening::mode)
                        .or(() -> run.map(RunState::mode).map(RunMode::valueOf))
                        .orElseThrow(() ->
                                new CommandFailure(
                                        ExitCode.BAD_INPUT,
                                        "nothing is up here: say --broker paper or --broker live"));
        try {
            if (mode == RunMode.SIMULATED) {
                return new FlattenTargets(exchange(), SimulatedBroker.accounts());
            }
            var kept = new HomeBroker(home, mode, environment);
            return new FlattenTargets(kept.access(), kept.keys().accounts());
        } catch (SettingsException failure) {
            throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(failure.getMessage()));
        }
    }

    /// What could undo a flattening: services that run, and may enter again. Without a word of the
    /// supervisor they are taken to run.
    public Optional<String> warning() {
        Optional<String> up = run.map(state -> state.mode() + " is up here and");
        return (broker.isEmpty()
                        ? up
                        : up.or(() -> Optional.of("nothing is halted: services that run")))
                .map(who -> who + " may enter again: ops-cli halt, or ops-cli down");
    }

    /// Flattens accounts, all at once: none waits for another. Reads wait between their tries as
    /// services do.
    ///
    /// @param told hears each step, one line
    public List<Flattened> flatten(
            FlattenTargets targets, List<AccountId> accounts, Consumer<String> told)
            throws InterruptedException {
        Clock clock = targets.access().clock();
        Pace pace = clock instanceof Pace paced ? paced : Pace.REAL;
        var pause = new RealPause(pace);
        try (AlpacaClients clients = targets.access().clients(pause);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var flatten = new DirectFlatten(clients, clock, pause, PATIENCE, told);
            List<Callable<Flattened>> all =
                    accounts.stream()
                            .<Callable<Flattened>>map(account -> () -> flattened(flatten, account))
                            .toList();
            return threads.invokeAll(all).stream().map(Future::resultNow).toList();
        }
    }

    /// An account that cannot be flattened, without usable keys or with an answer that nobody
    /// understands, must not keep the others.
    private static Flattened flattened(DirectFlatten flatten, AccountId account)
            throws InterruptedException {
        try {
            return flatten.flatten(account);
        } catch (RuntimeException keyless) {
            return Flattened.unreached(account, String.valueOf(keyless.getMessage()));
        }
    }

    private BrokerAccess exchange() {
        URI exchange =
                run.flatMap(RunState::exchange)
                        .orElseThrow(() ->
                                new CommandFailure(
                                        ExitCode.NOT_UP, "no simulated exchange is up here"));
        return SimulatedBroker.at(exchange, ExchangeProcess.clockUrl(exchange));
    }

    private static RunMode mode(String word) {
        try {
            return RunMode.of(word);
        } catch (SettingsException _) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "--broker: unknown broker '%s'; known: simulated, paper, live".formatted(word));
        }
    }
}
