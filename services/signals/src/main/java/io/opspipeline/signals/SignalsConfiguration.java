package io.opspipeline.signals;

import io.opspipeline.persistence.PostgresPorts;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.WakeUps;
import io.opspipeline.ports.store.Features;
import io.opspipeline.ports.store.Sentiments;
import io.opspipeline.ports.store.Signals;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.runtime.health.HealthSignal;
import io.opspipeline.runtime.setting.CurrentSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The map of the signals service.
@Configuration(proxyBeanMethods = false)
@Import(PostgresPorts.class)
class SignalsConfiguration {

    @Bean
    SignalInputsLoader signalInputs(
            Universe universe, Features features, Sentiments sentiments, Signals signals) {
        return new SignalInputsLoader(universe, features, sentiments, signals);
    }

    @Bean
    Job signalsJob(
            CurrentSettings<SignalsSettings> settings,
            SignalInputsLoader inputs,
            Signals signals,
            WakeUps wakeUps) {
        return new SignalsJob(settings, inputs, signals, wakeUps);
    }

    @Bean
    HealthSignal featuresFreshness(Universe universe, Features features) {
        return new FeaturesFreshness(universe, features);
    }
}
