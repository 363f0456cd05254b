package io.opspipeline.cli.shell;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints what a shell needs to complete our command lines.
@Command(
        name = "completion",
        description = {
            "Prints a script that completes commands and options with the Tab key. To install it",
            "for this and later shells:"
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "  bash  echo 'source <(ops-cli/ops-cli completion bash)' >> ~/.bashrc",
            "  zsh   echo 'source <(ops-cli/ops-cli completion zsh)' >> ~/.zshrc"
        })
public final class CompletionCommand implements Callable<Integer> {

    @Mixin private final Voice voice = new Voice();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh")
    private Shell shell = Shell.BASH;

    /// Shells that can be completed for; both read the same script.
    enum Shell {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("ops-cli", spec.root().commandLine());
        voice.answer(Map.of("shell", shell.toString(), "script", script), _ -> List.of(script));
        return ExitCode.DONE;
    }
}
