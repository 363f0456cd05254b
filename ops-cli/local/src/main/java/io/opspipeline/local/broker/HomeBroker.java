package io.opspipeline.local.broker;

import io.opspipeline.alpaca.access.LocalKeys;
import io.opspipeline.alpaca.access.SecretsFile;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.runtime.service.ProcessClock;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// The broker of a home folder's paper or live run, as its services would find it.
///
/// @param home the folder
/// @param mode PAPER or LIVE
/// @param environment of this process, which the services would inherit
public record HomeBroker(Path home, RunMode mode, Map<String, String> environment) {

    /// Where the keys of the accounts are kept.
    public Path secrets() {
        return Optional.ofNullable(environment.get("OPS_SECRETS_FILE"))
                .map(Path::of)
                .orElse(home.resolve("secrets.properties"));
    }

    /// The keys of the accounts.
    public LocalKeys keys() {
        return new LocalKeys(environment, new SecretsFile(secrets()));
    }

    /// The broker settings by key.
    ///
    /// @throws SettingsException naming what cannot be used
    public Map<String, String> values() {
        return BrokerFile.in(home).settings(mode, environment);
    }

    /// The time that services would run on: the machine's, or that of the exchange that
    /// `OPS_CLOCK_URL` names.
    ///
    /// @throws SettingsException when the mode may not run on that clock
    /// @throws IllegalStateException when the exchange tells no time
    public Clock clock() {
        return ProcessClock.of(
                Optional.ofNullable(environment.get("OPS_CLOCK_URL")),
                Provenance.Mode.valueOf(mode.name()));
    }

    /// All that is needed to speak to it.
    ///
    /// @throws SettingsException naming what cannot be used
    /// @throws IllegalStateException when the exchange tells no time
    public BrokerAccess access() {
        return new BrokerAccess(mode, BrokerAccess.settings(mode, values()), keys(), clock());
    }
}
