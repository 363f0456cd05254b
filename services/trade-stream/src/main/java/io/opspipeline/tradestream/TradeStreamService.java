package io.opspipeline.tradestream;

import io.opspipeline.ports.job.Job;
import io.opspipeline.runtime.setting.CurrentSettings;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsBinder;
import io.opspipeline.tradestream.rules.EndRule;
import java.util.List;
import java.util.Map;

/// The trade-stream, put together from its ports. The Spring context and the simulation make the
/// same one. Closing it hangs up the stream of every account.
public final class TradeStreamService implements AutoCloseable {

    private final TradeStreamPorts ports;
    private final CurrentSettings<TradeStreamSettings> settings;
    private final AccountStreams streams;

    TradeStreamService(TradeStreamPorts ports, CurrentSettings<TradeStreamSettings> settings) {
        this.ports = ports;
        this.settings = settings;
        StreamParts parts = parts();
        streams = new AccountStreams(account -> parts.of(account.id()));
    }

    /// A simulated one.
    ///
    /// @param overrides settings by key, where they differ from the defaults
    /// @throws io.opspipeline.runtime.setting.SettingsException when a value is bad
    public static TradeStreamService simulated(
            TradeStreamPorts ports, Map<String, String> overrides) {
        var binder = new SettingsBinder(RunMode.SIMULATED);
        return new TradeStreamService(
                ports,
                new CurrentSettings<>(TradeStreamSettings.class, binder, Map.of(), overrides));
    }

    /// Its jobs.
    public List<Job> jobs() {
        return List.of(job());
    }

    /// Its one job.
    Job job() {
        var silence =
                new SilenceWatch(
                        ports.heartbeats(),
                        ports.alerts(),
                        ports.calendar(),
                        () -> settings.get().silence());
        return new TradeStreamJob(ports.accounts(), streams, silence);
    }

    @Override
    public void close() {
        streams.close();
    }

    private StreamParts parts() {
        return new StreamParts(
                ports.broker(),
                ports.books(),
                ports.activities(),
                ports.accounts(),
                ports.ledger(),
                ports.positions(),
                ports.bars(),
                ports.heartbeats(),
                ports.alerts(),
                ports.wakeUps(),
                new EndRule(ports.calendar()),
                ports.calendar(),
                settings,
                ports.timers(),
                ports.clock());
    }
}
