package io.opspipeline.ports.setting;

import java.time.Instant;
import java.util.List;

/// What the services made of the stored settings, seen by all processes.
public interface SettingsReads {

    /// A service has read the store, and something is different from what it said before.
    void record(SettingsRead read);

    /// A service has read the store again, and nothing is different.
    void readAgain(String service, Instant at);

    /// Every stored value that is refused at an instant: by a service that owns its key, or because
    /// no service that ever read the store does.
    List<SettingsFault> faults(Instant asOf);
}
