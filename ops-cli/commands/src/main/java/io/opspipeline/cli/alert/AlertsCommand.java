package io.opspipeline.cli.alert;

import picocli.CommandLine.Command;

/// What a person is told, and by which way.
@Command(
        name = "alerts",
        description = "Lists alerts and their delivery, or tries the channels.",
        mixinStandardHelpOptions = true,
        subcommands = {AlertsListCommand.class, AlertsTestCommand.class})
public final class AlertsCommand {}
