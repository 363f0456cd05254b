package io.opspipeline.signals;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.store.Features;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.ports.store.UniverseRow;
import io.opspipeline.runtime.setting.CurrentSettings;
import io.opspipeline.runtime.setting.SettingsBinder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The signals job on stores in memory.
final class Floor implements Universe, Features {

    final MemorySignals signals = new MemorySignals();
    final List<Topic> announced = new ArrayList<>();
    final CurrentSettings<SignalsSettings> settings =
            new CurrentSettings<>(
                    SignalsSettings.class, SettingsBinder.simulated(), Map.of(), Map.of());
    private final Set<Ticker> active = new TreeSet<>();
    private final Map<Ticker, FeatureRow> rows = new TreeMap<>();

    Floor active(Ticker... tickers) {
        active.addAll(Set.of(tickers));
        return this;
    }

    Floor see(FeatureRow row) {
        rows.put(row.ticker(), row);
        return this;
    }

    JobResult run(Instant asOf) {
        var inputs = new SignalInputsLoader(this, this, (_, _) -> Map.of(), signals);
        var job = new SignalsJob(settings, inputs, signals, (topic, _) -> announced.add(topic));
        return job.run(new Tick(JobName.SIGNALS, Optional.empty(), Cause.WAKE, asOf, asOf));
    }

    @Override
    public List<UniverseRow> active() {
        return active.stream()
                .map(ticker ->
                        new UniverseRow(
                                ticker,
                                UniverseRow.Source.OPERATOR,
                                Optional.empty(),
                                new Confidence(1),
                                true))
                .toList();
    }

    @Override
    public Set<Ticker> collected() {
        return active;
    }

    @Override
    public void publish(List<UniverseRow> more, Instant at) {
        more.forEach(row -> active.add(row.ticker()));
    }

    @Override
    public void store(List<FeatureRow> more, Instant at) {
        more.forEach(this::see);
    }

    @Override
    public Map<Ticker, FeatureRow> latest(Set<Ticker> tickers, Instant asOf) {
        Map<Ticker, FeatureRow> latest = new TreeMap<>(rows);
        latest.keySet().retainAll(tickers);
        latest.values().removeIf(row -> row.barEnd().isAfter(asOf));
        return latest;
    }
}
