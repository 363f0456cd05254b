package io.opspipeline.cli.account;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.OperatorSession;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.cli.shell.Words;
import io.opspipeline.domain.account.Account;
import io.opspipeline.persistence.account.OperatorControl;
import io.opspipeline.persistence.account.PostgresAccounts;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows or changes the limits of an account.
@Command(
        name = "account",
        description = {
            "Shows the limits of all accounts or one, or changes those of one: all that is given or",
            "nothing, with a row of the audit for each (ops-cli config history). Services go by it from",
            "their next run on, without a restart."
        },
        mixinStandardHelpOptions = true)
public final class AccountCommand implements Callable<Integer> {

    @Mixin private final Voice voice = new Voice();

    @Mixin private final EditOptions edit = new EditOptions();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "such as large")
    private @Nullable String name;

    @Override
    public Integer call() {
        try (var session = OperatorSession.ofCurrent("account")) {
            if (edit.isAny()) {
                change(session);
            } else {
                show(session);
            }
            return ExitCode.DONE;
        }
    }

    private void show(OperatorSession session) {
        List<Account> all = new PostgresAccounts(session.database()).all();
        List<AccountLine> lines =
                (name == null ? all : List.of(named(all))).stream().map(AccountLine::of).toList();
        voice.answer(lines, style -> new AccountText(style).shown(lines, session.place()));
    }

    private void change(OperatorSession session) {
        Account account = named(new PostgresAccounts(session.database()).all());
        AccountLine line =
                new OperatorControl(session.database())
                        .edit(account.id(), edit::on, session.who(), session.now())
                        .map(AccountLine::of)
                        .orElseThrow();
        voice.answer(List.of(line), style -> new AccountText(style).changed(line, session.place()));
    }

    private Account named(List<Account> all) {
        List<String> known = all.stream().map(each -> each.id().value()).toList();
        String wanted = name;
        if (wanted == null) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "NAME: say which account; known: " + String.join(", ", known));
        }
        return all.stream()
                .filter(each -> each.id().value().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.BAD_INPUT,
                                "NAME: there is no account '%s'%s; known: %s"
                                        .formatted(
                                                wanted,
                                                Words.hint(wanted, known),
                                                String.join(", ", known))));
    }
}
