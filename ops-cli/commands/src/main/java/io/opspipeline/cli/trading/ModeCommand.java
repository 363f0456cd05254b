package io.opspipeline.cli.trading;

import io.opspipeline.cli.config.SettingsView;
import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.OperatorSession;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.cli.shell.Words;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.persistence.account.OperatorControl;
import io.opspipeline.persistence.account.PostgresAccounts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows or changes what may be bought.
@Command(
        name = "mode",
        description = {
            "Shows what may be bought, or changes it: options-only (calls and puts) or hybrid (shares",
            "too). It changes what signals may ask for and what every account may do, and nothing else."
        },
        mixinStandardHelpOptions = true)
public final class ModeCommand implements Callable<Integer> {

    @Mixin private final Voice voice = new Voice();

    @Parameters(paramLabel = "MODE", arity = "0..1", description = "options-only or hybrid")
    private @Nullable String wanted;

    /// What may be bought.
    ///
    /// @param mode options-only, hybrid, or mixed when signals and accounts differ
    /// @param signals what signals may ask for
    /// @param accounts what each account may do
    /// @param changed true when this command changed something
    record Mode(String mode, String signals, Map<String, String> accounts, boolean changed) {

        private static Mode of(String signals, Map<String, String> accounts, boolean changed) {
            boolean isOne = accounts.values().stream().allMatch(signals::equals);
            return new Mode(isOne ? signals : "mixed", signals, accounts, changed);
        }
    }

    @Override
    public Integer call() {
        Optional<AllowedActions> actions = Optional.ofNullable(wanted).map(ModeCommand::actions);
        try (var session = OperatorSession.ofCurrent("mode")) {
            Mode before = read(session);
            Mode now = actions.map(given -> change(session, before, given)).orElse(before);
            voice.answer(now, style -> lines(style, before, now));
            return ExitCode.DONE;
        }
    }

    private static Mode change(OperatorSession session, Mode before, AllowedActions actions) {
        if (before.mode().equals(actions.label())) {
            return before;
        }
        new OperatorControl(session.database())
                .allow(
                        actions,
                        before.signals().equals(actions.label()),
                        session.who(),
                        session.now());
        return Mode.of(actions.label(), accounts(session), true);
    }

    private static Mode read(OperatorSession session) {
        String signals = SettingsView.read(session).value(OperatorControl.MODE_KEY);
        String label = signals.toLowerCase(Locale.ROOT).replace('_', '-');
        return Mode.of(label, accounts(session), false);
    }

    private static Map<String, String> accounts(OperatorSession session) {
        Map<String, String> accounts = new TreeMap<>();
        new PostgresAccounts(session.database())
                .all()
                .forEach(account -> accounts.put(account.id().value(), account.actions().label()));
        return accounts;
    }

    private static List<String> lines(Style style, Mode before, Mode now) {
        var accounts =
                now.accounts().entrySet().stream()
                        .map(entry ->
                                line(
                                        "account " + entry.getKey(),
                                        before.accounts().getOrDefault(entry.getKey(), "-"),
                                        entry.getValue()));
        String heading = "mode: " + now.mode() + (now.changed() ? "" : ", nothing was changed");
        return Stream.concat(
                        Stream.of(
                                style.strong(heading),
                                line("signals", before.signals(), now.signals())),
                        accounts)
                .toList();
    }

    private static String line(String what, String before, String now) {
        return "  " + what + ": " + (before.equals(now) ? now : before + " -> " + now);
    }

    private static AllowedActions actions(String word) {
        List<String> known =
                Arrays.stream(AllowedActions.values()).map(AllowedActions::label).toList();
        return Arrays.stream(AllowedActions.values())
                .filter(each -> each.label().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.BAD_INPUT,
                                "unknown mode '%s'%s; known: %s"
                                        .formatted(
                                                word,
                                                Words.hint(word, known),
                                                String.join(", ", known))));
    }
}
