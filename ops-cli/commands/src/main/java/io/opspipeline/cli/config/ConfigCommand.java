package io.opspipeline.cli.config;

import picocli.CommandLine.Command;

/// Shows and changes the settings of all services.
@Command(
        name = "config",
        description = {
            "Shows and changes settings. A change is checked, audited, and taken over by the running",
            "services within about a second. KEY is a whole key, the end of one where only one",
            "setting ends so, or a name of the predecessor: confidence (signals.confidence.option)."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ConfigListCommand.class,
            ConfigGetCommand.class,
            ConfigSetCommand.class,
            ConfigUnsetCommand.class,
            ConfigUndoCommand.class,
            ConfigHistoryCommand.class
        })
public final class ConfigCommand {}
