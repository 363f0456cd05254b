package io.opspipeline.local.broker;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.ports.time.StreamFrames;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsBinder;
import io.opspipeline.runtime.setting.SettingsException;
import java.time.Clock;
import java.util.Map;

/// All that a command needs to speak to the broker.
///
/// @param mode against whom it would trade
/// @param settings where the broker is; they agree with the mode
/// @param keys of the accounts
/// @param clock the time that services of this mode run on here
public record BrokerAccess(RunMode mode, AlpacaSettings settings, AlpacaKeys keys, Clock clock) {

    /// A command speaks to the broker in one go: a stream that ends is not opened again.
    private static final Timers NEVER = (_, _, _) -> () -> {};

    /// A command tells what it finds itself.
    private static final Alerts NOBODY = (_, _, _, _, _) -> {};

    /// Reads the settings of a mode.
    ///
    /// @param values text by key
    /// @throws SettingsException naming what cannot be used
    public static AlpacaSettings settings(RunMode mode, Map<String, String> values) {
        AlpacaSettings settings = new SettingsBinder(mode).bind(AlpacaSettings.class, values);
        try {
            settings.requireAgreement(Provenance.Mode.valueOf(mode.name()));
            return settings;
        } catch (IllegalArgumentException refused) {
            throw new SettingsException(String.valueOf(refused.getMessage()));
        }
    }

    /// The ports for questions that must not take long: tries of a read follow each other at once.
    public AlpacaClients clients() {
        return clients(Pause.NONE);
    }

    /// The ports.
    ///
    /// @param pause waits before the next try of a read
    public AlpacaClients clients(Pause pause) {
        return new AlpacaClients(
                settings,
                keys,
                new Surroundings(clock, NEVER, pause, StreamFrames.UNCOUNTED, NOBODY));
    }
}
