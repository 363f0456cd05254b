package io.opspipeline.cli.trading;

import java.io.Console;
import java.util.Optional;

/// Asks the person at the terminal.
@FunctionalInterface
interface Confirmation {

    /// The answer to a question; empty when nobody is there to ask.
    Optional<Boolean> agrees(String question);

    /// The terminal of this process. Only `yes` agrees.
    static Confirmation ofTerminal() {
        return question ->
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .map(terminal -> "yes".equals(terminal.readLine("%s", question)));
    }
}
