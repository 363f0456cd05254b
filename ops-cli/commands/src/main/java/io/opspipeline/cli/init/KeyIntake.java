package io.opspipeline.cli.init;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.local.broker.HomeBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Takes the keys of an account: from standard input when asked to, else from the environment or
/// the secrets file, else from a person.
///
/// @param broker where known keys are
/// @param prompt asks a person
/// @param input two lines, key id and secret; empty when they do not come that way
/// @param anew true when known keys are not good enough
record KeyIntake(HomeBroker broker, Prompt prompt, Optional<BufferedReader> input, boolean anew) {

    /// The keys of an account.
    ///
    /// @throws CommandFailure when there are none, or they cannot be keys
    AlpacaCredentials of(AccountId account) {
        if (input.isPresent()) {
            return keys(line(input.get()), line(input.get()));
        }
        Optional<AlpacaCredentials> known =
                anew ? Optional.empty() : broker.keys().of(account).map(Supplier::get);
        return known.orElseGet(() -> asked(account));
    }

    private AlpacaCredentials asked(AccountId account) {
        Optional<String> keyId = prompt.secret("key id of account " + account + ": ");
        Optional<String> secret = prompt.secret("secret key of account " + account + ": ");
        if (keyId.isEmpty() || secret.isEmpty()) {
            String name = account.value().toUpperCase(Locale.ROOT).replace('-', '_');
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "no keys of account %s, and nobody to ask: set OPS_SECRET_%s_KEY_ID and OPS_SECRET_%s_SECRET_KEY, or say --keys-from-stdin"
                            .formatted(account, name, name));
        }
        return keys(keyId.get(), secret.get());
    }

    private static AlpacaCredentials keys(String keyId, String secret) {
        try {
            return new AlpacaCredentials(keyId.strip(), secret.strip());
        } catch (IllegalArgumentException failure) {
            throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(failure.getMessage()));
        }
    }

    private static String line(BufferedReader lines) {
        try {
            String line = lines.readLine();
            if (line == null) {
                throw new CommandFailure(
                        ExitCode.BAD_INPUT,
                        "--keys-from-stdin needs two lines: the key id and the secret key");
            }
            return line;
        } catch (IOException failure) {
            throw new UncheckedIOException("standard input cannot be read", failure);
        }
    }
}
